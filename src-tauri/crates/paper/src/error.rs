//! What can go wrong on the way to paper, said so that a clerk knows what to do.

use std::path::PathBuf;

use thiserror::Error;

/// An error of layout or PDF writing. `Display` is the plain Chinese message; [`PaperError::code`] is
/// stable, [`PaperError::hint`] says what to do next.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PaperError {
    /// A shipped font file is not in the font folder or cannot be read.
    #[error("找不到字体文件“{}”：{reason}", path.display())]
    FontMissing {
        /// The file looked for.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// A font file is there but is no font that can be used.
    #[error("字体文件“{}”已损坏，无法使用：{reason}", path.display())]
    FontUnreadable {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A character is in none of the fonts, so it cannot be printed.
    #[error("所有字体中都没有“{ch}”（U+{:04X}）这个字，位置：{place}", *ch as u32)]
    NoGlyph {
        /// The character.
        ch: char,
        /// The page and the words around it: 「第3页“……赵𰻝同志……”」.
        place: String,
    },
    /// A table whose rows and columns do not fit together.
    #[error("表格“{caption}”无法排版：{reason}")]
    TableShape {
        /// The table's caption, or its first words.
        caption: String,
        /// What does not fit.
        reason: String,
    },
    /// A margin, pitch or size of the style that leaves no room for text.
    #[error("版式设置无法使用：{0}")]
    Style(String),
    /// The PDF could not be written.
    #[error("生成 PDF 时出错：{0}")]
    Pdf(String),
}

impl PaperError {
    /// The stable code of the error, for logs, tests and the screen.
    pub fn code(&self) -> &'static str {
        match self {
            PaperError::FontMissing { .. } => "paper.font_missing",
            PaperError::FontUnreadable { .. } => "paper.font_unreadable",
            PaperError::NoGlyph { .. } => "paper.no_glyph",
            PaperError::TableShape { .. } => "paper.table_shape",
            PaperError::Style(_) => "paper.style",
            PaperError::Pdf(_) => "paper.pdf",
        }
    }

    /// What the reader of the message can do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            PaperError::FontMissing { .. } | PaperError::FontUnreadable { .. } => {
                "请重新安装本程序；随程序提供的字体文件不能删除或改名。"
            }
            PaperError::NoGlyph { .. } => "请到上述位置核对这个字，改用通用规范汉字后再导出。",
            PaperError::TableShape { .. } => "请检查表格的列数和合并单元格。",
            PaperError::Style(_) => "请在版式设置中恢复为国家标准格式（GB/T 9704）。",
            PaperError::Pdf(_) => "请重试；如仍然出错，请把这条信息告诉技术支持人员。",
        }
    }
}
