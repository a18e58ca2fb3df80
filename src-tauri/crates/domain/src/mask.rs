//! Personal data as a list may show it: enough to tell two people apart, not enough to leak.

/// Masks one value: 张三 → 张*, an ID or phone number keeps its beginning and end.
pub fn masked(text: &str) -> String {
    if text == crate::retention::ERASED {
        return text.to_owned();
    }
    let chars: Vec<char> = text.chars().collect();
    let numeric = chars.len() >= 7
        && chars.iter().filter(|c| c.is_ascii_alphanumeric()).count() * 10 >= chars.len() * 8;
    let (head, tail) = match (numeric, chars.len()) {
        (_, 0) => return String::new(),
        (true, n) if n >= 15 => (4, 4),
        (true, _) => (3, 2),
        (false, 1) => (0, 0),
        (false, n) if n > 6 => (2, 0),
        (false, _) => (1, 0),
    };
    let stars = "*".repeat(chars.len() - head - tail);
    let (first, last) = (&chars[..head], &chars[chars.len() - tail..]);
    first.iter().chain(stars.chars().collect::<Vec<_>>().iter()).chain(last).collect()
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn keeps_little() {
        assert_eq!(masked("张三"), "张*");
        assert_eq!(masked("210102199001011234"), "2101**********1234");
        assert_eq!(masked("13904140000"), "139******00");
        assert_eq!(masked("向阳村三组十二号"), "向阳******");
        assert_eq!(masked("张"), "*");
        assert_eq!(masked(""), "");
        assert_eq!(masked("已按保存期限删除"), "已按保存期限删除");
    }
}
