//! What a clerk should look at before a letter leaves. Nothing here keeps it from leaving.

use crate::ledgers;
use crate::record::Value;

use super::{Drafted, Facts, LetterEvent, fee};

/// Shorter words stand in too many texts by chance.
const LEAST: usize = 2;

impl Facts<'_> {
    /// Remarks on a letter as it stands. `third_parties` are the names of those whose opinion was asked for in this
    /// case.
    pub fn remarks(&self, letter: &Drafted, third_parties: &[String]) -> Vec<String> {
        let mut remarks = Vec::new();
        if self.template.event == Some(LetterEvent::FeeNotice) {
            remarks.extend(fee::fee_advice(self.events).map(str::to_owned));
            remarks.extend(fee::differences(self.events, self.received_on(), &letter.lines));
        }
        let mut text = letter.lines.join("\n");
        match self.template.addressee.as_str() {
            "{第三方}" => {
                text.extend(letter.form.iter().map(|form| form.text()));
                remarks.extend(self.names_applicant(&text));
                remarks.extend(self.without_address(letter));
            }
            "{申请人}" => remarks.extend(self.names_third_party(&text, third_parties)),
            _ => {}
        }
        remarks
    }

    /// Who applied is none of a third party's business: it is asked about the information (条例第三十二条), and the
    /// applicant's data is not to be made public (条例第十五条).
    fn names_applicant(&self, text: &str) -> Option<String> {
        let ledger = ledgers::ledger("application")?;
        let said = |field: &&crate::Field| {
            let value = self.record.get(field.id).and_then(Value::as_text).unwrap_or_default().trim();
            value.chars().count() >= LEAST && text.contains(value)
        };
        let found: Vec<&str> = ledger.personal_fields().filter(said).map(|field| field.label).collect();
        (!found.is_empty()).then(|| {
            format!(
                "这份文书发给第三方，里面写着申请人的{}（多半在申请内容的描述里）：第三方不必知道申请人是谁，请把这几个字改掉",
                found.join("、")
            )
        })
    }

    fn without_address(&self, letter: &Drafted) -> Option<String> {
        let silent = letter.form.is_some() && self.settings.address.trim().is_empty();
        silent.then(|| "反馈表上没有送回的地址：在「设置 → 文书」里填写一次办公地址，以后自动印上".to_owned())
    }

    /// A third party that does not want to be known is not to be known from the answer either (条例第十五条), unless the
    /// applicant named it.
    fn names_third_party(&self, text: &str, names: &[String]) -> Option<String> {
        let asked = self.record.get("content").and_then(Value::as_text).unwrap_or_default();
        let said = |name: &String| {
            name.chars().count() >= LEAST && text.contains(name.as_str()) && !asked.contains(name.as_str())
        };
        names.iter().any(said).then(|| {
            "这份文书发给申请人，正文里写着被征求意见的第三方的名称：第三方不同意公开的，请改成“第三方”"
                .to_owned()
        })
    }
}
