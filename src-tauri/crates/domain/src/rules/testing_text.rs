//! The words of the clean report that the tests of the rules break.

use super::PartText;
use crate::format::Format;
use crate::narrative::numeral;

/// Words for each part that has any.
static WORDS: &[(&str, &str)] = &[
    (
        "preamble",
        "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）第五十条的规定，下达河乡人民政府编制{year}年政府信息公开工作年度报告。本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
    ),
    (
        "overview",
        "主动公开。全年通过各种渠道主动公开政府信息，内容包括机构职能、惠民补贴和村级事务。\n依申请公开。政府信息公开申请逐件登记，在法定期限内答复，办理情况见第三部分的表格。\n政府信息管理。信息发布前履行审核和保密审查手续，定期清理失效内容。\n政府信息公开平台建设。县政府网站乡镇专栏和政务公开栏由专人维护。\n监督保障。开展工作考核，组织社会评议，评议结果为满意，全年没有被追究责任的情形。",
    ),
    (
        "problems",
        "存在的主要问题。一是政策解读的形式比较单一；二是基层工作人员业务还不够熟练。\n改进情况。上年提出的更新不及时问题已经解决，专栏按月检查。下一步将增加图解和现场讲解，每季度开展一次业务学习。",
    ),
    ("others", "{year}年没有收取信息处理费。除上述内容外，没有其他需要报告的事项。"),
];

/// Words for the parts of the old form.
static OLD_WORDS: &[(&str, &str)] = &[
    (
        "preamble",
        "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）的规定，下达河乡人民政府编制{year}年度政府信息公开工作年度报告。本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
    ),
    ("overview", "我乡明确专人负责，信息发布前逐条审核，责任追究、工作考核和社会评议照常开展。"),
    ("disclosure", "全年通过政务公开栏和短信主动公开政府信息，按信息的性质定期或者随时更新。"),
    ("application", "全年未收到政府信息公开申请。\n全年没有收费，也没有减免费用的情况。"),
    ("inquiry", "群众咨询由党政办当面解答，未收到投诉。"),
    ("dispute", "全年没有被申请行政复议、提起行政诉讼的情况。"),
    ("problems", "存在的主要问题是公开的形式比较单一。改进措施：下一步增加图解和广播。"),
];

/// The parts of a format with their words.
pub(super) fn parts(format: &Format, year: i32) -> Vec<PartText> {
    let mut n = 0;
    let part = |part: &crate::format::PartFormat| {
        let number = if part.heading.is_empty() || part.annex {
            String::new()
        } else {
            n += 1;
            format!("{}、", numeral(n))
        };
        let all = if format.id == "2008" { OLD_WORDS } else { WORDS };
        let words = all.iter().find(|(id, _)| *id == part.id).map(|(_, words)| *words).unwrap_or_default();
        PartText {
            id: part.id.clone(),
            number,
            heading: part.heading.clone(),
            text: words.replace("{year}", &year.to_string()),
            written: true,
        }
    };
    format.parts.iter().map(part).collect()
}

/// What a report says before anybody has written in it.
fn started(dossier: &mut super::Dossier) {
    let figures: Vec<crate::figure::Figure> = dossier.figures.iter().cloned().collect();
    let office = dossier.office.clone();
    let names = crate::format::Names {
        office: &office.name,
        short: &office.short,
        self_name: &office.self_name,
        county: &office.county,
        year: dossier.year,
    };
    let say = |id: &str, shown| figures.iter().find(|f| f.id == id).unwrap().shown(shown).to_owned();
    for part in &mut dossier.parts {
        part.text = crate::format::starter(&dossier.format, &part.id, &names, &figures).plain(say);
    }
}

#[test]
fn what_a_new_report_starts_with_is_no_mistake() {
    for (form, year, figures) in [
        ("2008", 2017, &["disclosure.total", "activity.meeting", "inquiry.total", "application.total"][..]),
        (
            "2019",
            2020,
            &["disclosure.total", "activity.meeting", "activity.training", "activity.training.persons"],
        ),
        (
            "2021",
            2024,
            &[
                "disclosure.total",
                "activity.meeting",
                "activity.training",
                "measure.appraisal",
                "measure.review",
            ],
        ),
    ] {
        let mut dossier = super::testing::clean_in(form, year);
        for id in figures {
            super::testing::set(&mut dossier, id, 12);
        }
        started(&mut dossier);
        let found = super::run(&dossier);
        let wording = [super::Group::Text, super::Group::Completeness];
        let found: Vec<_> = found
            .iter()
            .filter(|f| wording.contains(&f.group))
            .map(|f| (&f.rule, &f.message, &f.places))
            .collect();
        assert!(found.is_empty(), "{form}: {found:#?}");
    }
}
