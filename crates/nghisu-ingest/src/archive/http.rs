//! The HTTP responses that WARC keeps: status, headers, and a body that may be chunked or compressed.

use std::io::Read as _;

/// What a body is, of what is read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Page,
    Text,
}

/// The kind that a media type names; `None` for what is no article.
pub(super) fn kind(media_type: &str) -> Option<Kind> {
    match media_type.split(';').next().unwrap_or_default().trim() {
        "text/html" | "application/xhtml+xml" => Some(Kind::Page),
        "text/plain" => Some(Kind::Text),
        _ => None,
    }
}

/// A header line's name and value.
pub(super) fn header(line: &[u8]) -> Option<(&str, &str)> {
    let (name, value) = std::str::from_utf8(line).ok()?.split_once(':')?;
    Some((name.trim(), value.trim()))
}

/// The page of a response; `None` when it holds none: another status, another kind of content.
pub(super) fn page(response: &[u8], limit: usize) -> Result<Option<(Kind, Vec<u8>)>, String> {
    let mut lines = response.split_inclusive(|&b| b == b'\n');
    let status = lines.next().unwrap_or_default();
    if !status.starts_with(b"HTTP/") {
        return Err("it is called a response, and no status of HTTP begins it".to_owned());
    }
    let succeeded = status.split(|&b| b == b' ').nth(1).is_some_and(|code| code == b"200");
    let mut used = status.len();
    let (mut found, mut chunked, mut packed) = (None, false, false);
    for line in lines {
        used += line.len();
        if line.trim_ascii().is_empty() {
            break;
        }
        let Some((name, value)) = header(line) else { continue };
        let value = value.to_ascii_lowercase();
        match name.to_ascii_lowercase().as_str() {
            "content-type" => found = kind(&value),
            "transfer-encoding" => chunked = value.contains("chunked"),
            "content-encoding" => packed = value.contains("gzip"),
            _ => {}
        }
    }
    let Some(kind) = found.filter(|_| succeeded) else { return Ok(None) };
    let raw = response.get(used..).unwrap_or_default();
    // Common Crawl keeps the headers and undoes what they speak of; so the bytes decide.
    let joined = if chunked { unchunk(raw) } else { None };
    let body = joined.as_deref().unwrap_or(raw);
    if !packed || !body.starts_with(&[0x1f, 0x8b]) {
        return Ok(Some((kind, joined.unwrap_or_else(|| raw.to_vec()))));
    }
    let mut plain = Vec::new();
    let most = (limit as u64).saturating_add(1);
    flate2::read::MultiGzDecoder::new(body)
        .take(most)
        .read_to_end(&mut plain)
        .map_err(|e| format!("its gzip is broken: {e}"))?;
    if plain.len() > limit {
        return Err(format!("its page unpacks to more than the limit of {limit} bytes"));
    }
    Ok(Some((kind, plain)))
}

/// Joins the chunks; `None` when the bytes are not chunked after all.
fn unchunk(body: &[u8]) -> Option<Vec<u8>> {
    let mut joined = Vec::with_capacity(body.len());
    let mut rest = body;
    loop {
        let end = rest.iter().position(|&b| b == b'\n')?;
        let line = std::str::from_utf8(rest.get(..end)?).ok()?;
        let size = usize::from_str_radix(line.split(';').next()?.trim(), 16).ok()?;
        rest = rest.get(end + 1..)?;
        if size == 0 {
            return Some(joined);
        }
        joined.extend_from_slice(rest.get(..size)?);
        rest = rest.get(size..)?;
        rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n"))?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_come_out_of_responses_however_they_were_sent() {
        let page_of = |head: &str, body: &[u8]| page(&[head.as_bytes(), body].concat(), 1000);
        let html = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n";
        let plain = Ok(Some((Kind::Page, b"<p>a</p>".to_vec())));
        assert_eq!(page_of(&format!("{html}\r\n"), b"<p>a</p>"), plain);
        let chunked = format!("{html}Transfer-Encoding: chunked\r\n\r\n");
        assert_eq!(page_of(&chunked, b"3\r\n<p>\r\n5;x\r\na</p>\r\n0\r\n\r\n"), plain);
        assert_eq!(page_of(&chunked, b"<p>a</p>"), plain);
        assert_eq!(
            page_of("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n", b"x"),
            Ok(None)
        );
        assert_eq!(page_of("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n", b"x"), Ok(None));
        assert!(page_of("nothing", b"").is_err());
    }
}
