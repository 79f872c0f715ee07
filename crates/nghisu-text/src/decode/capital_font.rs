//! Capital letters that TCVN3 files show only by their font.
//!
//! In a capital font the byte of `à` prints `À`. A heading typed with caps lock has ASCII capitals and such bytes: it decodes to
//! `Hà NộI`. That mixture gives it away.

use crate::letter::Vowel;

/// What the letters of a word say.
#[derive(Clone, Copy, PartialEq)]
enum Font {
    /// A small letter among ASCII capitals that are no initial: set in a capital font.
    Capital,
    /// Nothing speaks against it: no small ASCII letter.
    Perhaps,
    /// A small ASCII letter.
    Plain,
}

/// Whether the bytes of a TCVN3 text have a word that shows a capital font: a byte above ASCII and no small ASCII letter, but a
/// capital after the first place. Most texts have none, and this look costs little.
pub(super) fn may_show(bytes: &[u8]) -> bool {
    let (mut length, mut small, mut capital_inside, mut marked) = (0_usize, false, false, false);
    for byte in bytes {
        match byte {
            b'A'..=b'Z' => capital_inside |= length > 0,
            b'a'..=b'z' => small = true,
            // A1 to A7 are the capitals of all fonts.
            0xA8.. => marked = true,
            0xA1.. => {}
            _ => {
                if marked && capital_inside && !small {
                    return true;
                }
                (length, small, capital_inside, marked) = (0, false, false, false);
                continue;
            }
        }
        length += 1;
    }
    marked && capital_inside && !small
}

/// Makes the words that were set in a capital font upper-case: those that show it, and what stands between and beside them in
/// the line without speaking against it. Letters keep their length in UTF-8.
pub(super) fn restore(text: &mut String) {
    let mut restored = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        restore_line(line, &mut restored);
    }
    *text = restored;
}

fn restore_line(line: &str, into: &mut String) {
    let mut rest = line;
    // A stretch of words without small ASCII letters; capitals when one of them shows the font.
    while !rest.is_empty() {
        let mut end = 0;
        let mut shows = false;
        for word in rest.split_inclusive(is_border) {
            match font(word.trim_end_matches(is_border)) {
                Font::Plain => break,
                Font::Capital => shows = true,
                Font::Perhaps => {}
            }
            end += word.len();
        }
        if end == 0 {
            end = rest.split_inclusive(is_border).next().map_or(rest.len(), str::len);
        }
        let (stretch, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if shows {
            into.extend(stretch.chars().map(upper));
        } else {
            into.push_str(stretch);
        }
        rest = after;
    }
}

fn is_border(letter: char) -> bool {
    !crate::syllable::is_letter(letter)
}

fn upper(letter: char) -> char {
    match letter {
        'đ' => 'Đ',
        _ => Vowel::of(letter)
            .filter(|_| !letter.is_ascii())
            .map_or(letter, |vowel| vowel.upper().letter()),
    }
}

fn font(word: &str) -> Font {
    let mut small = false;
    let mut capital_inside = false;
    for (index, letter) in word.chars().enumerate() {
        match letter {
            'a'..='z' => return Font::Plain,
            'A'..='Z' => capital_inside |= index > 0,
            _ => small |= upper(letter) != letter,
        }
    }
    if small && capital_inside { Font::Capital } else { Font::Perhaps }
}

#[cfg(test)]
mod tests {
    use super::restore;

    #[test]
    fn headings_in_capital_fonts() {
        for (decoded, expected) in [
            ("Hà NộI đổi tên", "HÀ NỘI đổi tên"),
            ("ủY BAN NHÂN DÂN TỉNH", "ỦY BAN NHÂN DÂN TỈNH"),
            ("CộNG HòA Xã HộI", "CỘNG HÒA XÃ HỘI"),
            ("UBND tỉnh Hà Tĩnh", "UBND tỉnh Hà Tĩnh"),
            ("Hà Ở", "Hà Ở"),
            ("về Hà NộI\nÀ thế", "về HÀ NỘI\nÀ thế"),
        ] {
            let mut text = decoded.to_owned();
            restore(&mut text);
            assert_eq!(text, expected);
        }
    }
}
