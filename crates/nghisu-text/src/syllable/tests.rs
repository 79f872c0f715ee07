use super::{Syllable, ToneStyle, is_syllable};
use crate::letter::Tone;

fn written(word: &str, style: ToneStyle) -> Option<String> {
    let mut into = String::new();
    Syllable::parse_misplaced(word)?.write(style, &mut into);
    Some(into)
}

#[test]
fn parts() {
    let cases = [
        ("Thủ", ("th", "", "u", "", Tone::Hoi)),
        ("tướng", ("t", "", "ươ", "ng", Tone::Sac)),
        ("quốc", ("qu", "", "ô", "c", Tone::Sac)),
        ("QUYẾT", ("qu", "", "yê", "t", Tone::Sac)),
        ("gì", ("gi", "", "i", "", Tone::Huyen)),
        ("giếng", ("gi", "", "iê", "ng", Tone::Sac)),
        ("già", ("gi", "", "a", "", Tone::Huyen)),
        ("nghiêng", ("ngh", "", "iê", "ng", Tone::Ngang)),
        ("yếu", ("", "", "yê", "u", Tone::Sac)),
        ("khuya", ("kh", "u", "ya", "", Tone::Ngang)),
        ("khuỷu", ("kh", "u", "y", "u", Tone::Hoi)),
        ("Uỷ", ("", "u", "y", "", Tone::Hoi)),
        ("ngoài", ("ng", "o", "a", "i", Tone::Huyen)),
        ("xoong", ("x", "", "oo", "ng", Tone::Ngang)),
        ("của", ("c", "", "ua", "", Tone::Hoi)),
        ("Đảng", ("đ", "", "a", "ng", Tone::Hoi)),
        ("ở", ("", "", "ơ", "", Tone::Hoi)),
    ];
    for (word, parts) in cases {
        let syllable = Syllable::parse(word).unwrap_or_else(|| panic!("{word} is a syllable"));
        assert_eq!(
            (
                syllable.onset(),
                syllable.medial(),
                syllable.nucleus(),
                syllable.coda(),
                syllable.tone()
            ),
            parts,
            "{word}"
        );
    }
}

#[test]
fn both_styles_are_accepted_and_written() {
    for (old, new) in [
        ("hòa", "hoà"),
        ("khỏe", "khoẻ"),
        ("thúy", "thuý"),
        ("ủy", "uỷ"),
        ("quý", "quý"),
        ("hoàn", "hoàn"),
        ("huỳnh", "huỳnh"),
        ("buýt", "buýt"),
        ("giá", "giá"),
        ("thuế", "thuế"),
        ("mùa", "mùa"),
        ("khuỷu", "khuỷu"),
        ("gìn", "gìn"),
        ("quỳ", "quỳ"),
        ("ngoáy", "ngoáy"),
        ("thuở", "thuở"),
    ] {
        for word in [old, new] {
            assert!(is_syllable(word), "{word}");
            assert_eq!(written(word, ToneStyle::Old).as_deref(), Some(old));
            assert_eq!(written(word, ToneStyle::New).as_deref(), Some(new));
        }
    }
}

#[test]
fn misplaced_marks_are_no_syllable_but_are_understood() {
    for (wrong, right) in [
        ("hòan", "hoàn"),
        ("qúy", "quý"),
        ("gía", "giá"),
        ("gìa", "già"),
        ("thúê", "thuế"),
        ("muà", "mùa"),
        ("nguỷên", "nguyển"),
        ("tứơng", "tướng"),
        ("qủa", "quả"),
    ] {
        assert!(!is_syllable(wrong), "{wrong}");
        assert_eq!(written(wrong, ToneStyle::Old).as_deref(), Some(right));
    }
}

#[test]
fn what_is_no_syllable() {
    for word in [
        "",
        "x",
        "ng",
        "cat",
        "bàc",
        "ngi",
        "ke\u{301}",
        "Covid",
        "hoaf",
        "ghà",
        "kà",
        "cìm",
        "yên1",
        "xuoc",
        "văn bản",
        "quùa",
        "áá",
        "nghiêngg",
        "Facebook",
        "iên",
        "tyến",
        "wa",
        "sprint",
    ] {
        assert!(!is_syllable(word), "{word}");
    }
}
