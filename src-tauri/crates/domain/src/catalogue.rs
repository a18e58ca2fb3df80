//! Categories, channels, departments, villages: the lists an office keeps itself.
//!
//! Records point at an entry, so a renamed entry is renamed everywhere, and one that records use
//! can be retired but never deleted.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ledger::Choice;

/// Which of the four lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CatalogueId {
    /// 类别
    Category,
    /// 渠道
    Channel,
    /// 科室
    Department,
    /// 村（社区）
    Village,
}

impl CatalogueId {
    /// All four, in the order of the settings page.
    pub const ALL: [Self; 4] = [Self::Category, Self::Channel, Self::Department, Self::Village];

    /// The name in the database and on the wire.
    pub fn key(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Channel => "channel",
            Self::Department => "department",
            Self::Village => "village",
        }
    }

    /// From the name in the database and on the wire.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|id| id.key() == key)
    }

    /// 类别, 渠道, 科室, 村（社区）.
    pub fn label(self) -> &'static str {
        match self {
            Self::Category => "类别",
            Self::Channel => "渠道",
            Self::Department => "科室",
            Self::Village => "村（社区）",
        }
    }

    /// What the list is for, for the settings page.
    pub fn help(self) -> &'static str {
        match self {
            Self::Category => "每条主动公开信息归入一个类别；代码用于生成索引号。",
            Self::Channel => "一条信息可以在几个渠道发布；停用的渠道不再出现在新记录里，旧记录照常显示。",
            Self::Department => "提供信息或承办事项的科室。",
            Self::Village => "信息和活动涉及的村、社区。",
        }
    }

    /// The kinds an entry may have; empty where the list knows none.
    pub fn kinds(self) -> Vec<Choice> {
        match self {
            Self::Channel => CHANNEL_KINDS.to_vec(),
            _ => Vec::new(),
        }
    }

    /// The entries a new office starts with: key, name, code, kind.
    pub fn defaults(self) -> &'static [Default] {
        match self {
            Self::Category => CATEGORIES,
            Self::Channel => CHANNELS,
            Self::Department => DEPARTMENTS,
            Self::Village => &[],
        }
    }
}

/// One entry of a list, as the office keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Entry {
    /// Row id.
    pub id: i64,
    /// The list it stands in.
    pub catalogue: CatalogueId,
    /// Stable name for formats and figures; never shown, never changed.
    pub key: String,
    /// The name on screen and paper.
    pub name: String,
    /// Code in the 索引号; may be empty.
    pub code: String,
    /// One of the list's kinds; may be empty.
    pub kind: String,
    /// Place in the list, from 0.
    pub position: i64,
    /// Not offered for new records any more.
    pub retired: bool,
    /// How many records (bin included) point at it.
    pub used: i64,
}

/// A list with its entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Catalogue {
    /// Which list.
    pub id: CatalogueId,
    /// Its name.
    pub label: String,
    /// What it is for.
    pub help: String,
    /// Kinds an entry may have.
    pub kinds: Vec<Choice>,
    /// In the office's order.
    pub entries: Vec<Entry>,
}

/// An entry that a new office starts with.
#[derive(Debug, Clone, Copy)]
pub struct Default {
    /// Stable key.
    pub key: &'static str,
    /// Name on screen and paper.
    pub name: &'static str,
    /// Code in the 索引号.
    pub code: &'static str,
    /// Kind, or empty.
    pub kind: &'static str,
}

const fn entry(key: &'static str, name: &'static str, code: &'static str, kind: &'static str) -> Default {
    Default { key, name, code, kind }
}

/// Kinds of channel; the statistics table of 2014–2018 counts by them.
pub static CHANNEL_KINDS: &[Choice] = &[
    Choice::new("board", "公开栏"),
    Choice::new("website", "政府网站"),
    Choice::new("new_media", "新媒体"),
    Choice::new("gazette", "政府公报"),
    Choice::new("press", "报刊广播电视"),
    Choice::new("other", "其他"),
];

static CATEGORIES: &[Default] = &[
    entry("news", "乡镇动态", "01", ""),
    entry("policy", "政策性信息", "02", ""),
    entry("notice", "公告公示", "03", ""),
    entry("publicity", "宣传信息", "04", ""),
    entry("finance", "财政资金", "05", ""),
    entry("personnel", "机构人事", "06", ""),
    entry("land", "土地与宅基地", "07", ""),
    entry("relief", "社会救助", "08", ""),
];

static CHANNELS: &[Default] = &[
    entry("board", "政务公开栏", "", "board"),
    entry("village_board", "村务公开栏", "", "board"),
    entry("wechat", "微信", "", "new_media"),
    entry("sms", "短信", "", "new_media"),
    entry("weibo", "微博", "", "new_media"),
    entry("website", "政府网站", "", "website"),
    entry("broadcast", "村村响广播", "", "press"),
    entry("brochure", "宣传手册", "", "other"),
];

static DEPARTMENTS: &[Default] = &[
    entry("party_office", "党政办", "", ""),
    entry("poverty_relief", "扶贫办", "", ""),
    entry("civil_affairs", "民政办", "", ""),
    entry("finance_office", "财政所", "", ""),
    entry("agriculture", "农业站", "", ""),
    entry("land_office", "国土所", "", ""),
    entry("justice", "司法所", "", ""),
    entry("petition", "信访办", "", ""),
];
