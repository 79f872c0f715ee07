//! The encoding of a page.

use crate::decoding;
use nghisu_text::Encoding;

/// How far into a page its declaration is looked for. The standard allows 1,024 bytes (HTML, 4.2.5.4); old portals put
/// scripts before it.
const DECLARED_WITHIN: usize = 4096;

/// The page as text.
///
/// Good UTF-8 is UTF-8, whatever the page declares: old portals declare what their first template did. Other bytes are
/// what the page declares if that is a Vietnamese encoding or UTF-16, and are told by their content if it is not: pages in TCVN3 and VNI
/// declare nothing, or a Western encoding.
pub(crate) fn decode(bytes: Vec<u8>, encoding: Encoding) -> String {
    let encoding = match encoding {
        Encoding::Auto if std::str::from_utf8(&bytes).is_err() => {
            declared(&bytes).unwrap_or(Encoding::Auto)
        }
        chosen => chosen,
    };
    decoding::into_string(bytes, encoding)
}

/// The Vietnamese encoding that a page declares, by `<meta charset>`, `http-equiv` or an XML declaration.
fn declared(bytes: &[u8]) -> Option<Encoding> {
    let start = bytes.get(..bytes.len().min(DECLARED_WITHIN))?.to_ascii_lowercase();
    let start = String::from_utf8_lossy(&start);
    let label = ["charset", "encoding"].iter().find_map(|word| {
        let (_, after) = start.split_once(word)?;
        let after = after.trim_start().strip_prefix('=')?.trim_start_matches(['"', '\'', ' ']);
        after.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_')).next()
    })?;
    match label {
        "windows-1258" | "x-cp1258" | "cp1258" => Some(Encoding::Windows1258),
        "viscii" | "csviscii" | "x-viscii" => Some(Encoding::Viscii),
        "tcvn3" | "tcvn-5712" | "x-viet-tcvn" | "x-viet-tcvn5712" => Some(Encoding::Tcvn3),
        "vni" | "x-viet-vni" => Some(Encoding::Vni),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declaration_decides_where_bytes_are_not_utf8() {
        // `Việt` in windows-1258 is V, i, ê, a dot below as its own byte, t.
        let page = |declaration: &str, word: &[u8]| {
            [declaration.as_bytes(), b"<p>", word, b"</p>"].concat()
        };
        let old = b"Vi\xea\xf2t".as_slice();
        for declaration in [
            "<meta charset=windows-1258>",
            "<META http-equiv='Content-Type' content='text/html; charset=Windows-1258'>",
            "<?xml version=\"1.0\" encoding=\"windows-1258\"?>",
        ] {
            assert!(
                decode(page(declaration, old), Encoding::Auto).contains("<p>Viê\u{323}t</p>"),
                "{declaration}"
            );
        }
        let utf8 = decode(page("<meta charset=windows-1258>", "Việt".as_bytes()), Encoding::Auto);
        assert!(utf8.contains("<p>Việt</p>"));
    }
}
