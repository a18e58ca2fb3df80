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
        let words = WORDS.iter().find(|(id, _)| *id == part.id).map(|(_, words)| *words).unwrap_or_default();
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
