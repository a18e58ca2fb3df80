//! What the file says about itself: the information dictionary and the same as XMP (ISO 19005-2 6.6).

use lopdf::{Dictionary, Object, StringFormat};

use crate::Meta;

const PRODUCER: &str = concat!("gongkai-paper ", env!("CARGO_PKG_VERSION"));

/// The information dictionary.
pub(super) fn info(meta: &Meta) -> Dictionary {
    let date = format!("D:{}+08'00'", meta.created.format("%Y%m%d%H%M%S"));
    let mut info = Dictionary::new();
    for (key, value) in [
        ("Title", meta.title.clone()),
        ("Author", meta.author.clone()),
        ("Subject", meta.subject.clone()),
        ("Keywords", meta.keywords.join("; ")),
    ] {
        if !value.is_empty() {
            info.set(key, text(&value));
        }
    }
    info.set("Producer", text(PRODUCER));
    info.set("CreationDate", Object::string_literal(date.clone()));
    info.set("ModDate", Object::string_literal(date));
    info
}

/// A text string: UTF-16 with a mark where plain letters do not do.
pub(super) fn text(words: &str) -> Object {
    if words.is_ascii() {
        return Object::string_literal(words);
    }
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(words.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// The XMP packet.
pub(super) fn xmp(meta: &Meta) -> String {
    let date = meta.created.format("%Y-%m-%dT%H:%M:%S+08:00");
    let mut body = String::new();
    let mut add = |line: String| {
        body.push_str("   ");
        body.push_str(&line);
        body.push('\n');
    };
    add("<dc:format>application/pdf</dc:format>".into());
    add("<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>".into());
    let alt = |tag: &str, words: &str| {
        format!("<{tag}><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></{tag}>", escape(words))
    };
    if !meta.title.is_empty() {
        add(alt("dc:title", &meta.title));
    }
    if !meta.author.is_empty() {
        add(format!("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>", escape(&meta.author)));
    }
    if !meta.subject.is_empty() {
        add(alt("dc:description", &meta.subject));
    }
    if !meta.keywords.is_empty() {
        let items: String = meta.keywords.iter().map(|k| format!("<rdf:li>{}</rdf:li>", escape(k))).collect();
        add(format!("<dc:subject><rdf:Bag>{items}</rdf:Bag></dc:subject>"));
        add(format!("<pdf:Keywords>{}</pdf:Keywords>", escape(&meta.keywords.join("; "))));
    }
    add(format!("<pdf:Producer>{}</pdf:Producer>", escape(PRODUCER)));
    add(format!("<xmp:CreateDate>{date}</xmp:CreateDate>"));
    add(format!("<xmp:ModifyDate>{date}</xmp:ModifyDate>"));
    add("<pdfaid:part>2</pdfaid:part>".into());
    add("<pdfaid:conformance>B</pdfaid:conformance>".into());
    format!(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n \
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n  \
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
         xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n\
         {body}  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>"
    )
}

/// Text for XML: its signs escaped, characters that XML does not allow left out.
fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for ch in words.chars() {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
            c => out.push(c),
        }
    }
    out
}
