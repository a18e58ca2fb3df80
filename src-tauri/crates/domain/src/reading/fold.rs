//! Traditional characters read as simplified ones. Old reports come back from the web in traditional
//! characters; the rules know their words in simplified ones only. Every character keeps its length, so
//! that a place in the folded words is the same place in the words as they stand.

use std::borrow::Cow;
use std::sync::OnceLock;

/// Traditional characters that reports are made of.
const FROM: &str = "\
    並佈佔來個們側備傳債僅僕價償優內兩冊別刪則剛創劃劉動務勞勢勵匯區協卻參員問單嘆嚴國圍園圓圖執堅報\
    場塊墳壓壩壽夠夾婦學實寧審寫寬將專對導屆層屬島崗嶺嶽帶幫幹幾庫廢廣廳張強彙後徑從復徹恆態慣慶憑憶\
    應懲懷懸戰戶掃掛採換損搶撐擔據擠擬攔敍敘數斷於時暢暫曉書會東條棄楊業極構樂標樣樹橋機橫檔檢欄權歷\
    歸殘殯決沒況洩涼減測準溫滿漢潰澤濟瀏灣災為無熱燈營爭爲牽狀獎獨獲現環產畫異當疊療發盡監眾瞭確碼礎\
    礙祕稅種稱積穩窮筆節範簡籌籤糧糾紀約紅納紙級紛紮細紹終組結絕絡給統經綜維網綴緊線緣編練縣縮縱總織\
    繞繳繼續罰羣義習聞聯職聽肅臨臺與興舉舊莊華萬蓋薦藝藥蘇蘭處虛號衆衛衞裏補裝裡複見規視覽觀訂計討訓\
    託記訟訪設許訴註評詞詢試話該認誤說説誰課調談請論諮謂講證識議護讀變讓豎豐負財貧貫責貴費貼賃資賣質\
    賬賴購踐車軟較載輯輸輿轉辦農這連進運過達違遞遠適遲遷選遺遼還邊郵鄉醫釋針銜錄錢錯鍵鍾鎮鏈鐵長門閉\
    開間閘閱閲關陝陸陽隊際隨險隱雖雙雜難雲電靚靜響頁頂項順須預頒頓領頭頻題額顏願類顧顯風餘館饋馬駁驅\
    驗體鯉鳳麗麼點黨齊龍";

/// The same in simplified characters, one for one.
const TO: &str = "\
    并布占来个们侧备传债仅仆价偿优内两册别删则刚创划刘动务劳势励汇区协却参员问单叹严国围园圆图执坚报\
    场块坟压坝寿够夹妇学实宁审写宽将专对导届层属岛岗岭岳带帮干几库废广厅张强汇后径从复彻恒态惯庆凭忆\
    应惩怀悬战户扫挂采换损抢撑担据挤拟拦叙叙数断于时畅暂晓书会东条弃杨业极构乐标样树桥机横档检栏权历\
    归残殡决没况泄凉减测准温满汉溃泽济浏湾灾为无热灯营争为牵状奖独获现环产画异当叠疗发尽监众了确码础\
    碍秘税种称积稳穷笔节范简筹签粮纠纪约红纳纸级纷扎细绍终组结绝络给统经综维网缀紧线缘编练县缩纵总织\
    绕缴继续罚群义习闻联职听肃临台与兴举旧庄华万盖荐艺药苏兰处虚号众卫卫里补装里复见规视览观订计讨训\
    托记讼访设许诉注评词询试话该认误说说谁课调谈请论咨谓讲证识议护读变让竖丰负财贫贯责贵费贴赁资卖质\
    账赖购践车软较载辑输舆转办农这连进运过达违递远适迟迁选遗辽还边邮乡医释针衔录钱错键钟镇链铁长门闭\
    开间闸阅阅关陕陆阳队际随险隐虽双杂难云电靓静响页顶项顺须预颁顿领头频题额颜愿类顾显风余馆馈马驳驱\
    验体鲤凤丽么点党齐龙";

const FIRST: u32 = 0x4E00;
const LAST: u32 = 0x9FFF;

/// The words with simplified characters, byte for byte at the same places.
pub fn fold(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| simplified(c) == c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(simplified).collect())
}

fn simplified(c: char) -> char {
    let code = u32::from(c);
    if !(FIRST..=LAST).contains(&code) {
        return c;
    }
    table().get((code - FIRST) as usize).copied().unwrap_or(c)
}

/// What each common character is in simplified form, by its place behind the first.
fn table() -> &'static [char] {
    static TABLE: OnceLock<Vec<char>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: Vec<char> = (FIRST..=LAST).filter_map(char::from_u32).collect();
        for (from, to) in FROM.chars().zip(TO.chars()) {
            if let Some(place) = table.get_mut((u32::from(from) - FIRST) as usize) {
                *place = to;
            }
        }
        table
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_every_place() {
        assert_eq!(FROM.chars().count(), TO.chars().count());
        assert!(FROM.chars().zip(TO.chars()).all(|(f, t)| f.len_utf8() == t.len_utf8() && f != t));
        assert_eq!(fold("未收到行政複議、訴訟,共100餘條"), "未收到行政复议、诉讼,共100余条");
        assert!(matches!(fold("政府信息公开"), Cow::Borrowed(_)));
    }
}
