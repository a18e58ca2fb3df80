//! Whether a number in characters counts something. 「受理申请十五件」 does; 「《条例》第二十一条」, 「一件事」,
//! 「五一期间」, 「最多跑一次」 and 「每年两次」 do not. Where it is not certain it does not: what is not counted
//! is held against nothing.

use super::numerals::is_numeral;

/// A number in characters with its unit and what stands around it.
pub(super) struct Place<'a> {
    /// The sentence before it.
    pub before: &'a str,
    /// 「十五」
    pub numeral: &'a str,
    /// 「件」
    pub unit: &'static str,
    /// What follows the unit.
    pub behind: &'a str,
}

/// Units that a number in characters may count in; others are names more often: 「三级」, 「一大步」, 「八部分」.
const COUNTED: &[&str] = &[
    "人次", "件次", "批次", "场次", "条次", "万元", "元", "件", "条", "次", "篇", "份", "期", "场", "宗",
    "起", "例", "则", "册", "户", "名", "人", "个", "项",
];

/// Units that stand before any noun, so that they count only what they stand behind: 「事项二十项」, not 「三项制度」.
const ANY_NOUN: &[&str] = &["册", "户", "名", "人", "个", "项"];

/// Characters before a number that make it an ordinal, a choice, a saying.
const NO_COUNT: &[char] = &[
    '第', '同', '统', '唯', '每', '逐', '某', '任', '另', '这', '那', '该', '哪', '首', '再', '又', '几',
    '数', '其', '单', '跑', '“', '"', '「', '〔', '【', '《', '/', '-', '.',
];

/// What follows a unit of its own that makes another word of both: 「二十条例」, 「十一期间」, 「一次性」.
const OTHER_WORDS: &[(&str, &[&str])] = &[
    ("件", &["事", "套", "件"]),
    (
        "条",
        &["例", "款", "线", "龙", "心", "件", "规定", "的规定", "规范", "第", "之", "要求", "禁令", "战线"],
    ),
    ("次", &["性", "要", "序", "元", "日", "年", "月", "次", "产业"]),
    ("期", &["间", "限", "待", "望", "初", "末", "货", "刊"]),
    ("场", &["所", "地", "景", "镇", "馆", "域", "合", "面"]),
    ("起", &["草", "步", "点", "来", "到", "诉", "始", "源", "止", "至"]),
    ("份", &["额", "子"]),
    ("例", &["会", "行", "如", "外"]),
    ("元", &["旦", "素", "化", "月"]),
    ("篇", &["章", "幅"]),
    ("人", &["民", "员", "才", "物", "大", "均", "口", "社", "力", "事", "工"]),
    ("宗", &["旨", "教", "族"]),
    ("名", &["单", "称", "录", "额", "字", "义"]),
    ("户", &["籍", "主", "外"]),
    ("项", &["目"]),
];

/// What may follow a count that stands behind what it counts.
const FOLLOWS: &[&str] = &[
    "均", "都", "皆", "已", "全部", "占", "比", "较", "同比", "和", "及", "与", "以上", "以内", "左右",
    "上下", "其中", "其余", "并", "但", "予以", "按", "是", "等", "共计", "合计", "总计",
];

/// What reports count with the count before it: 「两件申请」.
const NOUNS: &[&str] = &[
    "申请",
    "信息",
    "政府信息",
    "政务",
    "依申请",
    "公开",
    "咨询",
    "投诉",
    "举报",
    "复议",
    "行政",
    "诉讼",
    "案件",
    "来信",
    "来访",
    "来电",
    "办件",
    "热线",
    "规范性",
    "文件",
    "动态",
    "提案",
    "建议",
    "议案",
    "工单",
    "公告",
    "公示",
    "通知",
    "稿件",
    "政策",
    "解读",
    "财政",
    "预算",
    "决算",
    "权责",
    "会议",
    "培训",
    "例会",
    "调度",
    "检查",
    "督查",
    "宣传",
    "学习",
    "活动",
    "专题",
    "图解",
    "意见",
    "工作",
    "人事",
    "机构",
];

/// Words that a report gives a count of one behind: 「收到一件申请」, where 「一条信息」 elsewhere is any item.
const GIVES: &[&str] = &["收到", "接到", "受理", "其中", "发生", "制发", "、", "其中：", "包括", "分别为"];

/// How far back the beginning of a clause is looked for, in bytes.
const CLAUSE: usize = 90;

impl Place<'_> {
    /// Whether the number counts something.
    pub fn counts(&self) -> bool {
        COUNTED.contains(&self.unit)
            && !self.before.ends_with(NO_COUNT)
            && !["分之", "一式"].iter().any(|word| self.before.ends_with(word))
            && !self.behind.starts_with(['”', '"', '」', '〕', '】', '》', '一'])
            && !self.is_other_word()
            && !self.is_article()
            && !self.is_rate()
            && if self.is_single() {
                self.single_counts()
            } else {
                self.stands_behind() || !self.before_any_noun()
            }
    }

    /// One character is in many sayings, more of them in few.
    fn is_single(&self) -> bool {
        self.numeral.chars().nth(1).is_none() && !matches!(self.numeral, "百" | "千" | "万")
    }

    fn is_other_word(&self) -> bool {
        let mut words =
            OTHER_WORDS.iter().filter(|(unit, _)| *unit == self.unit).flat_map(|(_, words)| *words);
        words.any(|word| self.behind.starts_with(word))
    }

    /// An article of a law: 「《条例》二十一条」, 「第三十三条、三十四条」, 「第二十至二十三条」.
    fn is_article(&self) -> bool {
        let before = self.before.trim_end();
        if !matches!(self.unit, "条" | "项") {
            return false;
        }
        let listed = before
            .trim_end_matches(['、', '和', '及', '与', '或', '至', '到', '—', '-', '－', '~', '～', '，']);
        let item = listed.trim_end_matches(['条', '款', '项', '）', ')']);
        let ordinal = item.trim_end_matches(|c| is_numeral(c) || matches!(c, '（' | '(')).ends_with('第');
        let after = listed.len() < before.len();
        // 「第二十条第一项、三十四条」, 「第二十、二十一、二十二条」.
        let further = || self.tail(24).contains('第') && item.len() < listed.len();
        let bare = after && listed.ends_with(is_numeral);
        before.ends_with(['》', '法']) || before.ends_with("条例") || after && (ordinal || further()) || bare
    }

    /// How often, and not how many: 「每季度两次」, 「一年一次」, 「一村一册」.
    fn is_rate(&self) -> bool {
        let clause = self.clause();
        let pair = self.numeral == "一" && self.before.chars().nth_back(1) == Some('一');
        let often =
            ["一年", "半年", "一月", "个月", "一周", "一季度", "一季", "季度", "月", "周", "日", "天"];
        let time =
            matches!(self.unit, "次" | "期" | "场") && often.iter().any(|word| self.before.ends_with(word));
        clause.contains('每') || pair || time && self.is_single()
    }

    /// A number of one character counts where it stands behind what it counts, or before what reports count.
    fn single_counts(&self) -> bool {
        let line = ["线上", "线下", "网上"].iter().any(|word| self.before.ends_with(word));
        let which = self.before.ends_with(['上', '下', '前', '后', '头', '末']) && !line;
        let told = self.behind.starts_with(['：', ':']);
        if which || told || self.numeral == "一" && !self.one_counts() {
            return false;
        }
        let noun = || NOUNS.iter().any(|noun| self.behind.starts_with(noun));
        let given = || self.numeral != "一" || GIVES.iter().any(|word| self.before.ends_with(word));
        // 「公开信息两次检查」 gives no number of inspections.
        let times = || !matches!(self.unit, "次" | "场" | "期") || self.is_done();
        let before_noun = || !self.before_any_noun() && self.numeral != "二" && noun() && given();
        self.stands_behind() || before_noun() && times()
    }

    /// 「召开三次会议」: somebody did it so often.
    fn is_done(&self) -> bool {
        let done = ["开", "开展", "举办", "组织", "进行", "参加", "安排", "了", "共", "、", "，"];
        self.before.is_empty() || done.iter().any(|word| self.before.ends_with(word))
    }

    /// 「没有一件」 counts nothing, 「一起」 is together, 「一件都」 is any.
    fn one_counts(&self) -> bool {
        let clause = self.clause();
        let denied = ["没有", "未", "无", "不"].iter().any(|word| clause.contains(word));
        let cases = ["案件", "诉讼", "复议", "行政"];
        let of_cases = cases.iter().any(|word| self.behind.starts_with(word) || self.before.ends_with(word));
        let together = self.unit == "起" && !of_cases;
        !denied && !together && !self.behind.starts_with(['都', '也', '不', '未'])
    }

    /// The count stands behind what it counts: nothing follows that it could belong to.
    fn stands_behind(&self) -> bool {
        let hanzi = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        !self.behind.starts_with(hanzi) || FOLLOWS.iter().any(|word| self.behind.starts_with(word))
    }

    fn before_any_noun(&self) -> bool {
        ANY_NOUN.contains(&self.unit)
    }

    /// The last characters before the number.
    fn tail(&self, characters: usize) -> &str {
        let start = self.before.char_indices().rev().nth(characters).map_or(0, |(at, _)| at);
        &self.before[start..]
    }

    /// The clause before the number.
    fn clause(&self) -> &str {
        let from = self.before.len().saturating_sub(CLAUSE);
        let from = (from..=self.before.len()).find(|at| self.before.is_char_boundary(*at)).unwrap_or(0);
        let near = &self.before[from..];
        near.rfind(['，', ',', '；', ';', '。', '、', '（', '(']).map_or(near, |at| &near[at..])
    }
}
