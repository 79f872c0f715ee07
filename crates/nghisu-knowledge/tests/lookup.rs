//! What the standing tables say of names on a day.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod support;

use nghisu_document::layers::PartialDate;
use nghisu_knowledge::{Holding, KnowledgeBase, Match};

fn knowledge() -> &'static KnowledgeBase {
    &support::standing().0.knowledge
}

fn day(text: &str) -> PartialDate {
    let mut parts = text.split('-').map(|p| p.parse::<u16>().unwrap());
    let mut next = || parts.next().unwrap_or(0);
    PartialDate { year: next(), month: next() as u8, day: next() as u8 }
}

/// The slugs that a name means on a day.
fn meant(name: &str, date: &str) -> Vec<&'static str> {
    let meanings = knowledge().lookup(name, Some(day(date)));
    meanings.iter().filter(|m| m.on_date).map(|m| &*m.entity.slug).collect()
}

#[test]
fn what_a_name_means_on_a_day() {
    for (name, date, expected) in [
        // Ministries before and after the first of March 2025.
        ("Bộ TT&TT", "2023-07-12", "org/bo-thong-tin-va-truyen-thong"),
        ("Bộ Thông tin và Truyền thông", "2025-02-28", "org/bo-thong-tin-va-truyen-thong"),
        ("Bộ Nông nghiệp", "2024-05", "org/bo-nong-nghiep-va-phat-trien-nong-thon"),
        ("Bộ Nông nghiệp", "2025-05", "org/bo-nong-nghiep-va-moi-truong"),
        ("Bộ NN&MT", "2026-01-05", "org/bo-nong-nghiep-va-moi-truong"),
        ("Uỷ ban Dân tộc", "2022", "org/uy-ban-dan-toc"),
        ("Tổng cục Thuế", "2024-12-31", "org/tong-cuc-thue"),
        ("BTTTT", "2020", "org/bo-thong-tin-va-truyen-thong"),
        // One body under two parents.
        ("BHXH Việt Nam", "2022-08-08", "org/bao-hiem-xa-hoi-viet-nam"),
        ("BHXH Việt Nam", "2026-01-01", "org/bao-hiem-xa-hoi-viet-nam"),
        // However it is written.
        ("bộ công an", "2024", "org/bo-cong-an"),
        ("Bo Cong an", "2024", "org/bo-cong-an"),
        ("Chính  phủ", "2024", "org/chinh-phu"),
        // Provinces before and after the first of July 2025.
        ("Long An", "2025-06-30", "place/long-an"),
        ("tỉnh Long An", "2022", "place/long-an"),
        ("Thành phố Hồ Chí Minh", "2026", "place/thanh-pho-ho-chi-minh"),
        ("TP.HCM", "2020", "place/thanh-pho-ho-chi-minh"),
        ("Mỹ", "2020", "place/hoa-ky"),
        // Bodies that a province has by rule.
        ("UBND tỉnh Long An", "2022-09-01", "org/uy-ban-nhan-dan-tinh-long-an"),
        ("UBND TP. Đà Nẵng", "2024", "org/uy-ban-nhan-dan-thanh-pho-da-nang"),
        ("Thành ủy TP.HCM", "2024", "org/thanh-uy-thanh-pho-ho-chi-minh"),
        ("Sở TT&TT Long An", "2022", "org/so-thong-tin-va-truyen-thong-tinh-long-an"),
        ("Tỉnh ủy Đồng Nai", "2026-04-29", "org/tinh-uy-dong-nai"),
        ("Thành ủy Đồng Nai", "2026-04-30", "org/thanh-uy-dong-nai"),
    ] {
        assert_eq!(meant(name, date), [expected], "{name} on {date}");
    }
}

#[test]
fn a_name_out_of_its_time_says_what_became_of_it() {
    for (name, date, was, became) in [
        (
            "Bộ TT&TT",
            "2025-03-01",
            "org/bo-thong-tin-va-truyen-thong",
            "org/bo-khoa-hoc-va-cong-nghe",
        ),
        ("Bộ KH-ĐT", "2026", "org/bo-ke-hoach-va-dau-tu", "org/bo-tai-chinh"),
        ("Long An", "2025-07-01", "place/long-an", "place/tay-ninh"),
        (
            "UBND tỉnh Long An",
            "2026",
            "org/uy-ban-nhan-dan-tinh-long-an",
            "org/uy-ban-nhan-dan-tinh-tay-ninh",
        ),
        (
            "Ban Kinh tế Trung ương",
            "2026",
            "org/ban-kinh-te-trung-uong",
            "org/ban-chinh-sach-chien-luoc-trung-uong",
        ),
        (
            "Sở TT&TT tỉnh Quảng Ninh",
            "2025-06",
            "org/so-thong-tin-va-truyen-thong-tinh-quang-ninh",
            "org/so-khoa-hoc-va-cong-nghe-thanh-pho-quang-ninh",
        ),
    ] {
        assert!(meant(name, date).is_empty(), "{name} on {date}");
        let meanings = knowledge().lookup(name, Some(day(date)));
        assert_eq!(&*meanings[0].entity.slug, was, "{name}");
        assert_eq!(knowledge().slug(knowledge().became(meanings[0].id)), became, "{name}");
    }
}

#[test]
fn the_kind_of_a_place_on_a_day() {
    for (name, date, kind, code) in [
        ("Huế", "2024-12-31", "city", None),
        ("TP Huế", "2025-01-01", "central_city", Some("gso:46")),
        ("Quảng Ninh", "2026-08-31", "province", Some("gso:22")),
        ("TP. Quảng Ninh", "2026-09-01", "central_city", Some("gso:22")),
        ("Tây Ninh", "2025-06-30", "province", Some("gso:72")),
        ("Tây Ninh", "2025-07-01", "province", Some("gso:80")),
    ] {
        let meanings = knowledge().lookup(name, Some(day(date)));
        assert!(meanings[0].on_date, "{name} on {date}");
        let state = meanings[0].state;
        assert_eq!(&*state.kind, kind, "{name} on {date}");
        assert_eq!(state.codes.first().map(|c| &**c), code, "{name} on {date}");
    }
    let provinces = |date| {
        let all = knowledge().entities().filter_map(|(_, e)| e.state_on(Some(day(date))));
        all.filter(|s| matches!(&*s.kind, "province" | "central_city")).count()
    };
    assert_eq!(provinces("2024-06-01"), 63);
    assert_eq!(provinces("2025-06-30"), 63);
    assert_eq!(provinces("2025-07-01"), 34);
    assert_eq!(provinces("2026-10-01"), 34);
}

#[test]
fn who_held_an_office_on_a_day() {
    for (title, organization, date, expected) in [
        ("Bộ trưởng", "org/bo-thong-tin-va-truyen-thong", "2023-07-12", "person/nguyen-manh-hung"),
        ("Bộ trưởng", "org/bo-khoa-hoc-va-cong-nghe", "2025-03-01", "person/nguyen-manh-hung"),
        ("Bộ trưởng", "org/bo-khoa-hoc-va-cong-nghe", "2026-04-09", "person/vu-hai-quan"),
        ("Bộ trưởng", "org/bo-cong-an", "2022-08-08", "person/to-lam"),
        ("Bộ trưởng", "org/bo-cong-an", "2024-05-30", ""),
        ("Bộ trưởng", "org/bo-cong-an", "2024-06-06", "person/luong-tam-quang"),
        ("Bộ trưởng", "org/bo-tai-chinh", "2026-04-08", "person/ngo-van-tuan"),
        ("Thủ tướng", "org/chinh-phu", "2022-08-08", "person/pham-minh-chinh"),
        // The day of a handing over belongs to the new holder.
        ("Thủ tướng", "org/chinh-phu", "2026-04-07", "person/le-minh-hung"),
        ("Thủ tướng", "org/chinh-phu", "2026-10-01", "person/le-minh-hung"),
        ("Chủ nhiệm", "org/van-phong-chinh-phu", "2022-08-08", "person/tran-van-son"),
        ("Chủ nhiệm", "org/van-phong-chinh-phu", "2026-05-01", "person/dang-xuan-phong"),
        ("Thống đốc", "org/ngan-hang-nha-nuoc-viet-nam", "2026-05-01", "person/pham-duc-an"),
        ("Tổng Bí thư", "org/dang-cong-san-viet-nam", "2023-01-01", "person/nguyen-phu-trong"),
        ("Tổng Bí thư", "org/dang-cong-san-viet-nam", "2024-07-25", ""),
        ("Chủ tịch nước", "org/chu-tich-nuoc", "2026-05-01", "person/to-lam"),
        ("Chủ tịch", "org/quoc-hoi", "2024-06-01", "person/tran-thanh-man"),
        ("Chủ tịch", "org/uy-ban-nhan-dan-thanh-pho-ha-noi", "2023-01-01", "person/tran-sy-thanh"),
        (
            "Chủ tịch",
            "org/uy-ban-nhan-dan-thanh-pho-da-nang",
            "2026-05-01",
            "person/nguyen-manh-hung-da-nang",
        ),
        // Several at a time: nobody.
        ("Phó Thủ tướng", "org/chinh-phu", "2023-07-12", ""),
    ] {
        let organization = knowledge().find(organization).unwrap();
        let holder = knowledge().holder(title, organization, day(date));
        let slug = holder.map_or("", |id| knowledge().slug(id));
        assert_eq!(slug, expected, "{title}, {date}");
    }
}

#[test]
fn men_of_one_name_are_told_apart_by_their_offices() {
    let minister = knowledge().find("org/bo-thong-tin-va-truyen-thong").unwrap();
    let date = day("2023-07-12");
    let meanings = knowledge().lookup("Nguyễn Mạnh Hùng", Some(date));
    assert!(meanings.len() >= 5);
    let ministers: Vec<_> = meanings
        .iter()
        .filter(|m| knowledge().offices_of(m.id, Some(date)).any(|o| o.organization() == minister))
        .map(|m| &*m.entity.slug)
        .collect();
    assert_eq!(ministers, ["person/nguyen-manh-hung"]);
    // Names that differ in tone marks only are two when written, one when not.
    assert_eq!(knowledge().lookup("Lê Văn Thành", None).len(), 1);
    assert_eq!(knowledge().lookup("Le Van Thanh", None).len(), 2);
}

#[test]
fn how_a_name_was_found() {
    for (name, matched) in [
        ("Bộ Công an", Match::Exact),
        ("BỘ CÔNG AN", Match::Style),
        ("Uỷ ban Kiểm tra Trung ương", Match::Exact),
        ("Ủy ban kiểm tra trung ương", Match::Style),
        ("Bo Cong an", Match::Bare),
    ] {
        assert_eq!(knowledge().lookup(name, None)[0].matched, matched, "{name}");
    }
    for unknown in ["", " ", "Bộ Trà chanh", "UBND tỉnh Trà chanh", "🦀"] {
        assert!(knowledge().lookup(unknown, None).is_empty(), "{unknown}");
    }
}

#[test]
fn an_office_whose_beginning_is_not_known_is_possible_before_it_was_seen() {
    let person = knowledge().find("person/le-hai-hoa").unwrap();
    let office = knowledge().offices_of(person, None).next().unwrap();
    assert_eq!(office.holds_on(day("2026-09-18")), Holding::Known);
    assert_eq!(office.holds_on(day("2022-01-01")), Holding::Possible);
    let ended = knowledge().find("person/pham-van-ranh").unwrap();
    let office = knowledge().offices_of(ended, None).next().unwrap();
    assert_eq!(office.holds_on(day("2014-01-01")), Holding::No);
    assert_eq!(office.holds_on(day("2023-01-01")), Holding::Possible);
}
