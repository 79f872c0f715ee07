//! The canonical name of a series of figures.

use nghisu_text::push_word_key;

/// Words before a counted or measured thing that do not change what is measured.
const BEFORE: [&str; 14] = [
    "các",
    "những",
    "toàn bộ",
    "tất cả",
    "tổng số lượng",
    "tổng số",
    "số lượng",
    "số",
    "trong đó",
    "hiện nay",
    "hiện",
    "có",
    "và",
    "còn",
];

/// Words that `số` (number) begins: there it counts nothing.
const NUMBER_WORDS: [&str; 5] = ["số hóa", "số liệu", "số hiệu", "số dư", "số học"];

/// Prepositions and verbs left hanging where a slot of its own, the figure itself or a pause follows.
const AFTER: [&str; 24] = [
    "trên địa bàn",
    "tính đến",
    "giai đoạn",
    "của",
    "tại",
    "ở",
    "trong",
    "vào",
    "năm",
    "tháng",
    "quý",
    "cho",
    "với",
    "về",
    "là",
    "đạt",
    "có",
    "được",
    "đến",
    "từ",
    "ước",
    "khoảng",
    "cả",
    "hết",
];

/// Writes the canonical name of the series that an indicator names to `into`, which is cleared
/// first: the figures of one series in different articles get one key.
///
/// `pieces` are the parts of the indicator that no other slot holds (a subject or a period inside
/// it is left out); `expand` says what an abbreviation of common words stands for.
///
/// The key is in lower case, with single spaces, without punctuation at words' edges, the tone
/// mark in the old style (`hóa`), and `y` for a lone `i` after *h k l m s t* (`tỉ lệ` is `tỷ lệ`,
/// `kĩ` is `kỹ`: the press writes both). Quantifiers before (`tổng số`, `các`) and prepositions
/// left hanging behind (`của`, `tại`) are dropped, unless nothing else is there.
///
/// ```
/// use nghisu_document::record::series_key;
///
/// let expand = |word: &str| (word == "TTHC").then_some("thủ tục hành chính");
/// let mut key = String::new();
/// series_key(["Tỉ lệ TTHC của ", " được  số hoá"], expand, &mut key);
/// assert_eq!(key, "tỷ lệ thủ tục hành chính được số hóa");
/// ```
pub fn series_key<'a, 'b>(
    pieces: impl IntoIterator<Item = &'a str>,
    expand: impl Fn(&str) -> Option<&'b str>,
    into: &mut String,
) {
    into.clear();
    for piece in pieces {
        let start = into.len();
        for word in piece.split_whitespace() {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%');
            match expand(word) {
                Some(words) => words.split(' ').for_each(|w| push(w, into)),
                None => push(word, into),
            }
        }
        let kept = before_tail(into.get(start..).unwrap_or_default()).len();
        into.truncate(start + kept);
    }
    let head = into.len() - after_head(into).len();
    into.drain(..head);
}

/// Appends a space and the word in the one spelling of keys.
fn push(word: &str, into: &mut String) {
    if word.is_empty() {
        return;
    }
    if !into.is_empty() {
        into.push(' ');
    }
    let start = into.len();
    push_word_key(word, into);
    if let Some(y) = into.get(start..).and_then(with_y) {
        into.pop();
        into.push(y);
    }
}

/// The `y` of a syllable that is one of *h k l m s t* and a lone `i`.
fn with_y(syllable: &str) -> Option<char> {
    let mut letters = syllable.chars();
    let (onset, vowel) = (letters.next()?, letters.next()?);
    if letters.next().is_some() || !matches!(onset, 'h' | 'k' | 'l' | 'm' | 's' | 't') {
        return None;
    }
    ['i', 'ì', 'ỉ', 'ĩ', 'í', 'ị']
        .into_iter()
        .zip(['y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ'])
        .find_map(|(i, y)| (vowel == i).then_some(y))
}

fn after_head(text: &str) -> &str {
    let mut rest = text;
    while !NUMBER_WORDS.iter().any(|word| *word == rest || follows(rest, word).is_some())
        && let Some(next) = BEFORE.iter().find_map(|word| follows(rest, word))
    {
        rest = next;
    }
    rest
}

fn follows<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    text.strip_prefix(word)?.strip_prefix(' ')
}

fn before_tail(text: &str) -> &str {
    let mut rest = text.trim_end();
    while let Some(shorter) =
        AFTER.iter().find_map(|word| rest.strip_suffix(word)?.strip_suffix(' '))
    {
        rest = shorter;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(pieces: &[&str]) -> String {
        let expand = |word: &str| match word {
            "DN" => Some("doanh nghiệp"),
            "DVC" => Some("dịch vụ công"),
            _ => None,
        };
        let mut key = String::from("before");
        series_key(pieces.iter().copied(), expand, &mut key);
        key
    }

    #[test]
    fn one_series_has_one_key() {
        for (name, pieces, expected) in [
            ("case and spaces", &["Tỷ  lệ\nhộ nghèo"][..], "tỷ lệ hộ nghèo"),
            ("i for y", &["tỉ lệ kĩ sư"], "tỷ lệ kỹ sư"),
            ("i stays elsewhere", &["chi phí vi mô"], "chi phí vi mô"),
            ("tone style", &["thuỷ sản, hoà bình"], "thủy sản hòa bình"),
            ("abbreviation", &["số DN dùng DVC"], "doanh nghiệp dùng dịch vụ công"),
            ("a word is no abbreviation", &["Dvc"], "dvc"),
            ("quantifier", &["Tổng số các doanh nghiệp"], "doanh nghiệp"),
            ("tổng alone says what is meant", &["tổng sản phẩm"], "tổng sản phẩm"),
            ("số that counts nothing", &["số hoá hồ sơ"], "số hóa hồ sơ"),
            ("period cut out", &["kim ngạch xuất khẩu trong "], "kim ngạch xuất khẩu"),
            ("subject cut out", &["GRDP của ", " năm "], "grdp"),
            ("punctuation", &["\"hồ sơ\" (trực tuyến)"], "hồ sơ trực tuyến"),
            ("nothing else is there", &["trong"], "trong"),
            ("nothing at all", &[" = "], ""),
            ("no piece", &[], ""),
        ] {
            assert_eq!(key(pieces), expected, "{name}");
        }
    }

    proptest! {
        #[test]
        fn a_key_is_its_own_key(text in "[a-zA-ZàáâăđêĐỉỷ ,.]{0,40}") {
            let once = key(&[&text]);
            // An abbreviation is expanded once, and lower case is none.
            prop_assert_eq!(key(&[&once]), once.clone());
        }
    }
}
