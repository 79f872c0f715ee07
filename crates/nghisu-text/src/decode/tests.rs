use super::{Encoding, decode};
use proptest::prelude::*;

const TEXT: &str = "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở, ngành khẩn trương rà soát; báo cáo trước ngày 15/9.";

/// `TEXT` as each encoding writes it, spelled out by hand from the published charts.
const TCVN3: &[u8] =
    b"Ch\xF1 t\xDEch \xF1y ban nh\xA9n d\xA9n t\xD8nh y\xAAu c\xC7u c\xB8c s\xEB, ng\xB5nh";
const VNI: &[u8] = b"Chu\xFB t\xF2ch U\xDBy ban nha\xE2n da\xE2n t\xE6nh ye\xE2u ca\xE0u ca\xF9c s\xF4\xFB, nga\xF8nh";
const VISCII: &[u8] =
    b"Ch\xFC t\xB8ch \x9Cy ban nh\xE2n d\xE2n t\xEFnh y\xEAu c\xA5u c\xE1c s\xB7, ng\xE0nh";
const WINDOWS_1258: &[u8] = b"Chu\xD2 ti\xF2ch U\xD2y ban nh\xE2n d\xE2n ti\xD2nh y\xEAu c\xE2\xCCu c\xE1c s\xF5\xD2, ng\xE0nh";

#[test]
fn names_are_read_back() {
    for encoding in Encoding::ALL {
        assert_eq!(Encoding::named(&encoding.name().to_uppercase()), Some(encoding));
    }
    assert_eq!(Encoding::named("utf8-ish"), None);
}

#[test]
fn old_encodings_are_decoded_and_found() {
    let expected = TEXT.split_once(" khẩn").unwrap().0.split_once("Ủy").unwrap();
    for (bytes, encoding) in [
        (TCVN3, Encoding::Tcvn3),
        (VNI, Encoding::Vni),
        (VISCII, Encoding::Viscii),
        (WINDOWS_1258, Encoding::Windows1258),
    ] {
        for asked in [encoding, Encoding::Auto] {
            let decoded = decode(bytes, asked);
            let mut text = decoded.text.into_owned();
            crate::nfc::compose(&mut text);
            // TCVN3 has no capital Ủ outside its capital fonts.
            let capital = if encoding == Encoding::Tcvn3 { "ủy" } else { "Ủy" };
            assert_eq!(text, format!("{}{capital}{}", expected.0, expected.1));
            assert_eq!((decoded.encoding, decoded.replaced, decoded.misread), (encoding, 0, false));
            assert!(decoded.confidence > 0.5, "{encoding:?} {}", decoded.confidence);
        }
    }
}

#[test]
fn misreadings_are_undone() {
    for (bytes, encoding) in [
        (TCVN3, Encoding::Tcvn3),
        (VNI, Encoding::Vni),
        (VISCII, Encoding::Viscii),
        (WINDOWS_1258, Encoding::Windows1258),
        (TEXT.as_bytes(), Encoding::Utf8),
    ] {
        let (misread, ..) = encoding_rs::WINDOWS_1252.decode(bytes);
        let decoded = decode(misread.as_bytes(), Encoding::Auto);
        assert_eq!((decoded.encoding, decoded.misread), (encoding, true));
        assert_eq!(decoded.text, decode(bytes, encoding).text);
    }
}

#[test]
fn other_languages_and_good_utf8_are_left_alone() {
    for text in [
        "",
        "The quarterly report was published on Friday.",
        "Le ministre a été reçu à l'Élysée où il a présenté ses vœux à la presse étrangère.",
        "Der Präsident erklärte, die Gespräche würden möglichst früh fortgeführt.",
        "São Paulo, São Tomé e Príncipe, Curaçao",
        "会议在河内举行",
        "là có và",
        " Ã0®0®",
        "Nokia® và Sony® là nhãn hiệu",
        "10 µm ± 2 µm, 5 ¼ × 3 ½, § 7",
        TEXT,
    ] {
        let decoded = decode(text.as_bytes(), Encoding::Auto);
        assert_eq!(
            (decoded.text.as_ref(), decoded.encoding, decoded.misread),
            (text, Encoding::Utf8, false)
        );
    }
}

#[test]
fn utf8_with_a_bad_byte_or_a_cut_end_stays_utf8() {
    let mut bytes = TEXT.as_bytes().to_vec();
    bytes.insert(60, 0xFF);
    let decoded = decode(&bytes, Encoding::Auto);
    assert_eq!((decoded.encoding, decoded.replaced > 0), (Encoding::Utf8, true));
    let cut = TEXT.char_indices().find(|(_, letter)| *letter == 'ầ').unwrap().0 + 2;
    let decoded = decode(&TEXT.as_bytes()[..cut], Encoding::Auto);
    assert_eq!((decoded.encoding, decoded.replaced), (Encoding::Utf8, 1));
}

proptest! {
    #[test]
    fn any_bytes_decode_and_every_replacement_is_counted(bytes: Vec<u8>) {
        for encoding in Encoding::ALL {
            let decoded = decode(&bytes, encoding);
            let shown = decoded.text.matches(char::REPLACEMENT_CHARACTER).count();
            prop_assert!(shown >= decoded.replaced, "{:?}", encoding);
            prop_assert!((0.0..=1.0).contains(&decoded.confidence));
        }
    }
}
