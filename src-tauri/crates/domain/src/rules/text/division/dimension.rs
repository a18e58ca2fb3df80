//! By what something is counted, as its name gives it away.

use crate::rules::text::said::any;

/// A way of counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules::text) enum Dimension {
    /// 网站, 公众号, 公开栏: one item may stand on several.
    Channel,
    /// 动态类, 财政信息
    Category,
    /// 扶贫办
    Department,
    /// The words do not say.
    Unknown,
}

const CHANNELS: &[&str] = &[
    "网站",
    "微信",
    "微博",
    "公众号",
    "公开栏",
    "公示栏",
    "公告栏",
    "宣传栏",
    "客户端",
    "APP",
    "短信",
    "广播",
    "电视",
    "报纸",
    "抖音",
    "显示屏",
    "LED",
    "信息网",
    "线上",
    "线下",
    "政府网",
    "门户网",
    "新媒体",
    "视频号",
    "平台",
    "公报",
    "外网",
];

/// The way of counting that a part of this name belongs to.
pub(super) fn dimension(label: &str) -> Dimension {
    let offices =
        ["办、", "办发布", "所、", "所发布", "站、", "站发布", "中心发布", "科发布", "科室", "办公室发布"];
    let published = any(label, &["发布", "公开", "报送", "提供", "上传"]).is_some();
    if any(label, CHANNELS).is_some() {
        Dimension::Channel
    } else if published && any(label, &offices).is_some() {
        Dimension::Department
    } else if any(label, &["类", "信息", "动态", "文件", "公示", "公告", "预算", "决算", "法规", "报告"])
        .is_some()
    {
        Dimension::Category
    } else {
        Dimension::Unknown
    }
}
