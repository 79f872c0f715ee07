//! Classes of characters, as the tokenizer sees them.

/// What a character can be part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// White space within a line.
    Space,
    /// The end of a line.
    Break,
    /// A Latin letter, or a combining mark over one.
    Letter,
    /// An ASCII digit.
    Digit,
    /// Punctuation, a token of its own.
    Mark,
    /// Other scripts, symbols, control and format characters.
    Other,
}

/// The class of a character.
pub(crate) fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' => Class::Letter,
        '0'..='9' => Class::Digit,
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Class::Break,
        '!'..='~' => Class::Mark,
        '«' | '»' | '·' | '¡' | '¿' | '§' | '¶' | '°' | '±' | '×' | '÷' => Class::Mark,
        // Every precomposed Vietnamese letter lies in these blocks, U+0300 to U+036F being what
        // decomposed text writes its marks with.
        '\u{C0}'..='\u{24F}' | '\u{300}'..='\u{36F}' | '\u{1E00}'..='\u{1EFF}' => Class::Letter,
        // Dashes, quotation marks, bullets, the ellipsis, the per mille sign, primes.
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' => Class::Mark,
        c if c.is_whitespace() => Class::Space,
        _ => Class::Other,
    }
}

/// The character at a byte offset, where one begins there.
pub(crate) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

#[cfg(test)]
mod tests {
    use super::{Class, class};

    #[test]
    fn every_white_space_character_is_space_or_break_and_nothing_else_is() {
        for c in '\0'..=char::MAX {
            let blank = matches!(class(c), Class::Space | Class::Break);
            assert_eq!(blank, c.is_whitespace(), "{c:?}");
        }
    }

    #[test]
    fn vietnamese_letters_are_letters_composed_or_not() {
        for c in
            "aăâđêôơưĂÂĐÊÔƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ\u{301}\u{323}".chars()
        {
            assert_eq!(class(c), Class::Letter, "{c:?}");
        }
    }
}
