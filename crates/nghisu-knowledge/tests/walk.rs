//! What the standing tables find in a text.

mod support;

use nghisu_document::layers::{Hits, Vocabulary};
use nghisu_knowledge::{Gazetteer, Local, Takes, class};
use proptest::prelude::*;
use support::{cut, hits, standing, tokens};

#[test]
fn what_is_found_in_a_text() {
    for (text, expected) in [
        ("Bộ trưởng Bộ TT&TT phát biểu", "Bộ TT&TT = org/bo-thong-tin-va-truyen-thong"),
        ("Bộ trưởng Bộ TT&TT phát biểu", "Bộ trưởng : title"),
        ("ông Nguyễn Mạnh Hùng", "Nguyễn Mạnh Hùng = person/nguyen-manh-hung"),
        ("BỘ CÔNG AN: THÔNG BÁO", "BỘ CÔNG AN = org/bo-cong-an"),
        ("Uỷ ban nhân dân tỉnh Long An", "Uỷ ban nhân dân : org_head"),
        ("Uỷ ban nhân dân tỉnh Long An", "tỉnh Long An = place/long-an"),
        ("tại TP. Đà Nẵng", "TP. Đà Nẵng = place/da-nang"),
        ("tại TP.HCM", "TP.HCM = place/thanh-pho-ho-chi-minh"),
        ("Đồng chí Đại tướng Phan Văn Giang", "Đại tướng : rank"),
        ("theo PGS.TS Lê Văn Lợi", "PGS.TS : academic"),
        ("tốc độ 71,79 Mbps", "Mbps : unit"),
        ("hơn 2,5 tỷ USD", "USD : currency"),
        ("hơn 2,5 tỷ USD", "tỷ : magnitude"),
        ("Nghị định số 13 của Chính phủ", "Nghị định : document_type"),
        ("triển khai Đề án 06", "Đề án 06 = program/de-an-06"),
        ("Luật Giao dịch điện tử được thông qua", "Luật Giao dịch điện tử = doc/20-2023-qh15"),
        ("chủ trì Hội nghị", "chủ trì : chair_verb"),
        // A head may be small before the capital of the name.
        ("của bộ Công an", "bộ Công an = org/bo-cong-an"),
        ("chủ trì Hội nghị", "Hội nghị : meeting_kind"),
        ("ông nhấn mạnh", "nhấn mạnh : speech_verb"),
        ("trụ sở Chính phủ", "trụ sở Chính phủ = place/tru-so-chinh-phu"),
        ("cơ sở KCB", "KCB : abbreviation"),
    ] {
        let found = hits(text);
        assert!(found.iter().any(|f| f == expected), "{text}: {expected} not in {found:#?}");
    }
}

#[test]
fn what_is_not_found_in_a_text() {
    for (text, wrong) in [
        // Small letters are no names.
        ("một bộ công an toàn", "bộ công an = org/bo-cong-an"),
        ("hòa bình cho mọi người", "hòa bình = place/hoa-binh"),
        ("các anh chị em", "anh = place/anh"),
        ("ban quản lý chợ", "ban quản lý : organization"),
        // Abbreviations are capitals.
        ("kcb", "kcb : abbreviation"),
        // A name crosses no sentence.
        ("Ông là người Long! An ninh", "Long! An = place/long-an"),
        ("Ở Hà! Nội dung", "Hà! Nội = place/ha-noi"),
    ] {
        let found = hits(text);
        assert!(!found.iter().any(|f| f == wrong), "{text}: {wrong} in {found:#?}");
    }
}

#[test]
fn the_longest_name_comes_first() {
    let (gazetteer, vocabulary) = standing();
    let tokens = tokens("Chủ tịch nước Tô Lâm", vocabulary);
    let mut found = Hits::default();
    gazetteer.walk(&tokens, &mut found);
    let lengths: Vec<_> = found.of(0, class::TITLE).map(|h| h.tokens.len()).collect();
    assert_eq!(lengths, [3, 2], "Chủ tịch nước, then Chủ tịch");
}

#[test]
fn what_the_words_say() {
    let (gazetteer, vocabulary) = standing();
    let first = |text: &str, class: &str| {
        let mut found = Hits::default();
        gazetteer.walk(&tokens(text, vocabulary), &mut found);
        let class = gazetteer.class(class).unwrap();
        let hit = found.of(0, class).next();
        *hit.unwrap_or_else(|| panic!("{text}"))
    };
    let title = gazetteer.title(first("Thủ tướng", "title")).unwrap();
    assert_eq!(title.organization, gazetteer.knowledge.find("org/chinh-phu"));
    assert_eq!(title.takes_org, Takes::Optional);
    let title = gazetteer.title(first("Trưởng Ban Tổ chức Trung ương", "title")).unwrap();
    assert_eq!(&*title.head, "Trưởng ban");
    let head = gazetteer.org_head(first("UBND tỉnh", "org_head")).unwrap();
    assert_eq!((&*head.head, head.local), ("Ủy ban nhân dân", Local::WithType));
    let unit = gazetteer.unit(first("tỉ đồng", "magnitude")).unwrap();
    assert_eq!((&*unit.canonical, unit.power), ("tỷ", 9));
    assert_eq!(&*gazetteer.unit(first("đồng", "currency")).unwrap().code, "VND");
    assert_eq!(&*gazetteer.cue(first("trên", "bound")).unwrap().value, "gt");
    assert_eq!(&*gazetteer.name_part(first("Nguyễn", "surname")).unwrap().form, "Nguyễn");
    assert_eq!(
        &*gazetteer.abbreviation(first("KCB", "abbreviation")).unwrap().expansion,
        "khám bệnh, chữa bệnh"
    );
    let anh = first("Anh", "place");
    assert!(gazetteer.is_weak(anh, &tokens("Anh", vocabulary)));
    let issuer = gazetteer.issuer_of_code("BTTTT").unwrap();
    assert_eq!(issuer.organization, gazetteer.knowledge.find("org/bo-thong-tin-va-truyen-thong"));
    assert_eq!(&*gazetteer.document_type_of_code("QĐ").unwrap().name, "Quyết định");
}

#[test]
fn the_body_of_a_province() {
    let (gazetteer, vocabulary) = standing();
    let mut found = Hits::default();
    gazetteer.walk(&tokens("UBND", vocabulary), &mut found);
    let head = found.of(0, class::ORG_HEAD).next().unwrap().entry;
    let knowledge = &gazetteer.knowledge;
    let place = knowledge.find("place/dong-nai").unwrap();
    let body = |date| knowledge.slug(knowledge.local_body(head, place, date).unwrap());
    let before = Some(nghisu_document::layers::PartialDate::day(2026, 4, 29));
    assert_eq!(body(before), "org/uy-ban-nhan-dan-tinh-dong-nai");
    assert_eq!(body(None), "org/uy-ban-nhan-dan-thanh-pho-dong-nai");
}

#[test]
fn compiled_bytes_find_the_same() {
    let (gazetteer, _) = standing();
    let bytes = gazetteer.to_bytes().unwrap();
    // A vocabulary with other numbers.
    let mut vocabulary = Vocabulary::default();
    vocabulary.add("trước");
    let again = Gazetteer::from_bytes(&bytes, &mut vocabulary).unwrap();
    let text =
        "Thủ tướng Phạm Minh Chính, Chủ tịch Ủy ban Quốc gia về chuyển đổi số, chủ trì phiên họp";
    let mut found = Hits::default();
    again.walk(&tokens(text, &vocabulary), &mut found);
    assert_eq!(found.all().len(), hits(text).len());
    assert!(found.all().len() > 8);
    assert_eq!(bytes, again.to_bytes().unwrap(), "the same tables, the same bytes");
}

#[test]
fn bytes_of_another_kind_are_refused() {
    let bytes = standing().0.to_bytes().unwrap();
    let mut other_version = bytes.clone();
    other_version[16] = 99;
    for (bytes, message) in [
        (&b"PK"[..], "compiled gazetteer: this is no compiled gazetteer"),
        (&bytes[..18], "compiled gazetteer: it breaks off after its header"),
        (&bytes[..bytes.len() / 2], "compiled gazetteer: it is damaged; compile the tables again"),
        (&other_version, "compiled gazetteer: it is of another version; compile the tables again"),
    ] {
        let error = Gazetteer::from_bytes(bytes, &mut Vocabulary::default()).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever the text, hits lie inside it, in order, longest first, and none crosses a sentence.
    #[test]
    fn hits_are_in_order(text in "(Bộ |Công |an |Hà |Nội |TP\\.|HCM|! |UBND |tỉnh |Long |An |\\PC{0,3}){0,24}") {
        let (gazetteer, vocabulary) = standing();
        let tokens = tokens(&text, vocabulary);
        let mut found = Hits::default();
        gazetteer.walk(&tokens, &mut found);
        let key = |h: &nghisu_document::layers::Hit| (h.tokens.start, std::cmp::Reverse(h.tokens.end));
        prop_assert!(found.all().is_sorted_by_key(key));
        for hit in found.all() {
            prop_assert!(hit.tokens.end as usize <= tokens.len() && !hit.tokens.is_empty());
            let inside = &tokens[hit.tokens.start as usize + 1..hit.tokens.end as usize];
            prop_assert!(inside.iter().all(|t| !t.shape.contains(nghisu_document::layers::Shape::SENTENCE_START)));
        }
    }

    /// Damaged bytes are refused or walked, and never do worse.
    #[test]
    fn damaged_bytes_do_no_harm(at in 20usize..400_000, byte: u8) {
        let mut bytes = standing().0.to_bytes().unwrap();
        let at = at % bytes.len();
        bytes[at] = byte;
        let mut vocabulary = Vocabulary::default();
        if let Ok(gazetteer) = Gazetteer::from_bytes(&bytes, &mut vocabulary) {
            let mut found = Hits::default();
            gazetteer.walk(&tokens("Bộ trưởng Bộ Công an Tô Lâm ở Hà Nội", &vocabulary), &mut found);
            gazetteer.knowledge.lookup("UBND tỉnh Long An", None);
        }
    }
}

#[test]
fn a_name_without_a_token_is_an_error_that_names_its_line() {
    let mut tables = nghisu_knowledge::Tables::default();
    tables.add("cues.tsv", "form\tclass\tvalue\nđược\tcue\t\n\u{AD}\tcue\t\n").unwrap();
    let error = tables.compile(&mut Vocabulary::default(), &cut).unwrap_err();
    assert!(error.to_string().starts_with("cues.tsv, line 3: "), "{error}");
}

/// Every name of the tables of entities is found in itself, as itself.
#[test]
fn every_name_finds_its_entity() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../models/gazetteer");
    let (gazetteer, vocabulary) = standing();
    let mut names = 0;
    for table in ["persons", "agencies", "places", "programs", "legal_documents"] {
        let text = std::fs::read_to_string(format!("{folder}/{table}.tsv")).unwrap();
        let header: Vec<&str> = text.lines().next().unwrap().split('\t').collect();
        let column = |name: &str| header.iter().position(|c| *c == name);
        let (name, aliases) = (1, column("aliases").unwrap());
        for line in text.lines().skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            if column("case").is_some_and(|c| cells[c] == "unmatched") {
                continue;
            }
            let all = cells[aliases].split('|').filter(|a| !a.is_empty()).chain([cells[name]]);
            for name in all {
                let normalizer = nghisu_text::Normalizer::default();
                let mut buffer = nghisu_text::Buffer::new();
                let name = normalizer.normalize(name, &mut buffer).unwrap().text;
                let tokens = tokens(name, vocabulary);
                let mut found = Hits::default();
                gazetteer.walk(&tokens, &mut found);
                let whole = found.at(0).iter().filter(|h| h.tokens.len() as usize == tokens.len());
                let slugs: Vec<_> = whole
                    .filter_map(|&h| gazetteer.entity(h))
                    .map(|id| gazetteer.knowledge.slug(id))
                    .collect();
                assert!(slugs.contains(&cells[0]), "{name}: {slugs:?}");
                names += 1;
            }
        }
    }
    assert!(names > 2500, "{names} names");
}
