//! Sizes as people write them.

/// Bytes of `512`, `64K`, `64M`, `1.5G` (powers of 1024).
pub(crate) fn parse(text: &str) -> Result<u64, String> {
    let number = text.trim_end_matches(['b', 'B', 'i']);
    let (number, unit) = match number.char_indices().next_back() {
        Some((at, unit)) if unit.is_ascii_alphabetic() => number.split_at(at),
        _ => (number, ""),
    };
    let factor = match unit.to_ascii_uppercase().as_str() {
        "" => 1.0,
        "K" => 1024.0,
        "M" => 1024.0 * 1024.0,
        "G" => 1024.0 * 1024.0 * 1024.0,
        _ => return Err("write a size such as 512K, 64M or 1G".to_owned()),
    };
    match number.trim().parse::<f64>() {
        Ok(number) if number >= 0.0 && number.is_finite() => Ok((number * factor) as u64),
        _ => Err("write a size such as 512K, 64M or 1G".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn sizes_are_read_and_nonsense_is_refused() {
        for (text, bytes) in [
            ("0", 0),
            ("512", 512),
            ("64k", 64 << 10),
            ("64MiB", 64 << 20),
            ("1.5G", 3 << 29),
            ("2 GB", 2 << 30),
        ] {
            assert_eq!(super::parse(text), Ok(bytes), "{text}");
        }
        for text in ["", "M", "-1", "1T", "ten", "inf"] {
            assert!(super::parse(text).is_err(), "{text}");
        }
    }
}
