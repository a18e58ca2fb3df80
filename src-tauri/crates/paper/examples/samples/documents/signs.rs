//! A text full of quotation marks, dashes, brackets, rare characters and Latin.

use paper::{Block, Document};

use super::{day, meta};

/// Everything that lines stumble over.
pub fn signs() -> Document {
    let mut blocks = vec![Block::heading(1, "一、", "引号、书名号（含“并用”）")];
    for text in [
        "会议强调：“要把‘应公开尽公开’落到实处。”“谁公开、谁负责”“先审查、后公开”三句话，写进《办法》（试行）、《细则》（征求意见稿），并附“一卡通”“明白卡”等。",
        "《中华人民共和国政府信息公开条例》（国务院令第711号）、《国务院办公厅关于印发〈公共企事业单位信息公开规定制定办法〉的通知》（国办发〔2020〕50号）等文件，均已学习。",
        "他说：“文件（见附件〔1〕）——也就是去年印发的那份——已经废止……不再执行。”（摘自《简报》第3期。）",
        "英文说明见 “Open Government” page，网址为www.qingshi.example.gov.cn/xxgk/2021/index.html；系统支持HTML5、CSS3、WCAG 2.1，由Tauri与Rust开发，厚37 mm，重1.5 kg，误差±0.5%。",
        "按照GB/T 9704—2012、GB/T 15834—2011执行，2016—2018年、2019～2021年两个阶段共公开1 024条，占98.6%；气温-3～5℃，金额￥3,500元。",
        "对赵喆、钱镕、孙𬭚、李甡、周翀、吴昉、郑玥、王垚等8名同志反映的问题，逐一回访。地名有垚沟、㟃屿、䢼家村，均已核对。",
        "间隔号如“列夫·托尔斯泰”，圆点如•公开•透明•便民，省略号……破折号——都不拆开。连续标点如（《条例》）、“‘双引’”。、（见“附件〔2〕”），要紧凑而不重叠。",
        "（）括号开头，“引号”开头的行，《书名号》开头的行，看首字是否对齐；句末连用？！时也要好看，是不是！？是的。",
    ] {
        blocks.push(Block::paragraph(text));
    }
    blocks.push(Block::heading(2, "（一）", "“谁公开、谁负责”——责任到人"));
    blocks.push(Block::heading(3, "1.", "A类事项（共12项）"));
    let date = day(2022, 1, 25);
    Document {
        meta: meta("标点样张", date),
        title: vec!["关于印发《青石乡政府信息公开申请办理“首问负责制”实施办法（试行）》的通知".into()],
        blocks,
        ..Document::default()
    }
}
