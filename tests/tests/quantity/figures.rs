//! What the stage makes of figures in running text, by named cases.

use crate::pipeline::Pipeline;

/// Every case: a name, a text, all that must be found in it.
fn check(cases: &[(&str, &str, &[&str])]) {
    let mut pipeline = Pipeline::new();
    let mut failures = Vec::new();
    for (name, text, expected) in cases {
        let shown = pipeline.shown(text, Some("2023-07-12"));
        if shown != *expected {
            failures.push(format!("{name}: {text:?} gives {shown:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn percentages() {
    check(&[
        ("sign", "Tỷ lệ đạt trên 55,5%.", &["percent 55,5% = gt 55.5"]),
        ("range", "Giảm 0,5-0,7% mỗi năm.", &["percent 0,5-0,7% = 0.5..0.7"]),
        ("range of two signs", "Tăng từ 7% đến 8%.", &["percent 7% đến 8% = 7..8"]),
        (
            "from one to another",
            "Tăng từ 65,8% lên 89,35%.",
            &["percent 65,8% = 65.8", "percent 89,35% = 89.35"],
        ),
        ("negative", "Tăng trưởng là -2,5%.", &["percent -2,5% = -2.5"]),
        ("estimate", "GRDP ước tăng 7,8%.", &["percent 7,8% = ~7.8"]),
        (
            "points",
            "Cao hơn 1,2 điểm phần trăm.",
            &["quantity 1,2 điểm phần trăm = 1.2 [điểm phần trăm]"],
        ),
        ("shared sign", "Mức thuế là 5 và 10%.", &["percent 5 = 5", "percent 10% = 10"]),
        ("above", "Ít nhất 20% số xã.", &["percent 20% = gte 20"]),
        ("below", "Chưa đến 3% số xã.", &["percent 3% = lt 3"]),
    ]);
}

#[test]
fn money() {
    check(&[
        ("chained", "Vốn là 2,5 nghìn tỷ đồng.", &["money 2,5 nghìn tỷ đồng = 2500000000000 VND"]),
        (
            "two groups",
            "Chi 15 tỷ 600 triệu đồng.",
            &["money 15 tỷ 600 triệu đồng = 15600000000 VND"],
        ),
        ("range", "Hỗ trợ 5-7 triệu đồng.", &["money 5-7 triệu đồng = 5000000..7000000 VND"]),
        ("rate", "Thu nhập 3 triệu đồng/người.", &["money 3 triệu đồng = 3000000 VND"]),
        (
            "vague",
            "Lãng phí hàng nghìn tỷ đồng.",
            &["money hàng nghìn tỷ đồng = ~1000000000000 VND"],
        ),
        ("dollars", "Xuất khẩu gần 7 tỷ USD.", &["money 7 tỷ USD = lt ~7000000000 USD"]),
        ("at most", "Mức chi không quá 5 triệu đồng.", &["money 5 triệu đồng = lte 5000000 VND"]),
        ("comrades", "Tổ có 5 đồng chí.", &["quantity 5 = 5 [đồng chí]"]),
        (
            "dong left out behind a sum",
            "Xã nợ 8 tỷ đồng, trong đó 5 tỷ là nợ xây dựng.",
            &["money 8 tỷ đồng = 8000000000 VND", "money 5 tỷ = 5000000000 VND"],
        ),
        (
            "dollars left out behind a sum",
            "Vốn tăng từ 8 tỷ USD lên 9 tỷ.",
            &["money 8 tỷ USD = 8000000000 USD", "money 9 tỷ = 9000000000 USD"],
        ),
        (
            "dong left out of digits",
            "Hộ kinh doanh bị phạt 4.000.000.",
            &["money 4.000.000 = 4000000 VND"],
        ),
        (
            "milliards count dong",
            "Huyện bỏ ra cả nghìn tỷ để xây cầu.",
            &["money nghìn tỷ = 1000000000000 VND"],
        ),
        (
            "or people",
            "Dân số tăng lên 7 tỷ, thành phố có 15 triệu.",
            &["quantity 7 tỷ = 7000000000", "quantity 15 triệu = 15000000"],
        ),
        (
            "millions of money",
            "Xã chi hàng trăm triệu tiền ăn.",
            &["money hàng trăm triệu = ~100000000 VND"],
        ),
    ]);
}

#[test]
fn ratios_and_dates_that_look_like_them() {
    check(&[
        ("beyond any date", "Có 19/22 bộ báo cáo.", &["ratio 19/22 = 19/22 [bộ]"]),
        ("counted", "Đã có 8/8 xã đạt chuẩn.", &["ratio 8/8 = 8/8 [xã]"]),
        ("joined", "Có 60/63 tỉnh, thành phố báo cáo.", &["ratio 60/63 = 60/63 [tỉnh, thành phố]"]),
        ("share", "Giải quyết 2/3 nhu cầu của dân.", &["ratio 2/3 = 2/3 []"]),
        ("words", "Hai phần ba số xã đạt chuẩn.", &["ratio Hai phần ba = 2/3 [xã]"]),
        ("a day", "Đến 30/11, tỉnh giải ngân 5%.", &["date 30/11 = 2022-11-30", "percent 5% = 5"]),
        ("a grade", "Ông là thương binh hạng 2/4.", &[]),
        ("a grade left out", "Gia đình ông Ba (thương binh 1/4) được thăm.", &[]),
        ("a scale", "Quy hoạch tỷ lệ 1/500 khu vực ven sông.", &[]),
        ("of a sum", "Cần 2/3 tổng số đại biểu.", &["ratio 2/3 = 2/3 [đại biểu]"]),
        ("a code", "Nghị định số 35/2021/NĐ-CP của Chính phủ.", &[]),
    ]);
}

#[test]
fn counts_and_measures() {
    check(&[
        ("count", "Quốc hội thông qua 3 luật.", &["quantity 3 = 3 [luật]"]),
        ("leading zero", "Có 08 dự án.", &["quantity 08 = 8 [dự án]"]),
        ("word", "Tỉnh xây ba cây cầu.", &["quantity ba = 3 [cây cầu]"]),
        (
            "joined",
            "Với 13 bộ, ngành, 4 doanh nghiệp.",
            &["quantity 13 = 13 [bộ, ngành]", "quantity 4 = 4 [doanh nghiệp]"],
        ),
        ("compound", "Có 27 triệu hộ gia đình.", &["quantity 27 triệu = 27000000 [hộ gia đình]"]),
        (
            "elided",
            "Năm 2022 có 5 triệu giao dịch, năm 2023 là 7 triệu.",
            &[
                "date Năm 2022 = 2022",
                "quantity 5 triệu = 5000000 [giao dịch]",
                "date năm 2023 = 2023",
                "quantity 7 triệu = 7000000 [giao dịch]",
            ],
        ),
        ("age", "Người từ 15 tuổi trở lên.", &["quantity 15 tuổi = gte 15 [tuổi]"]),
        ("measure", "Tốc độ đạt 71,79 Mbps.", &["quantity 71,79 Mbps = 71.79 [Mbps]"]),
        ("glued", "Rộng 98.366m2.", &["quantity 98.366m2 = 98366 [m2]"]),
        (
            "rate of measure",
            "Công suất 500 m3/ngày đêm.",
            &["quantity 500 m3/ngày đêm = 500 [m3/ngày đêm]"],
        ),
        ("place", "Hợp tác trên 3 lĩnh vực.", &["quantity 3 = 3 [lĩnh vực]"]),
        ("bound", "Có trên 300 hộ.", &["quantity 300 = gt 300 [hộ]"]),
        ("difference", "Nhiều hơn 312 dịch vụ.", &["quantity 312 = 312 [dịch vụ]"]),
        ("times", "Đoàn đã đến 4 lần.", &["quantity 4 = 4 [lần]"]),
        (
            "a list of names",
            "Bộ Xây dựng có 21 người, Bộ Công an có 3 người.",
            &["quantity 21 = 21 [người]", "quantity 3 = 3 [người]"],
        ),
        ("a general noun", "Tỉnh có 12 khu dân cư.", &["quantity 12 = 12 [khu dân cư]"]),
        ("as much", "Sản lượng tăng 4 lần.", &["multiplier 4 lần = 4"]),
        ("twice", "Sản lượng tăng gần gấp đôi.", &["multiplier gấp đôi = lt ~2"]),
    ]);
}

#[test]
fn what_is_no_figure() {
    check(&[
        ("level", "Dịch vụ công mức độ 4.", &[]),
        ("disease", "Dịch COVID-19 đã lui.", &[]),
        ("revolution", "Cách mạng công nghiệp 4.0.", &[]),
        ("road", "Xe chạy trên quốc lộ 1.", &[]),
        ("some", "Một số việc còn chậm.", &[]),
        ("one of", "Một trong những việc lớn.", &[]),
        ("both sides", "Hai nước và hai bên hợp tác.", &[]),
        ("private sector", "Khu vực tư còn yếu.", &[]),
        ("year", "Cả năm đều tốt.", &[]),
        ("phone", "Điện thoại: 0912 345 678.", &[]),
        ("street", "Ba Đình, Hai Bà Trưng.", &[]),
        ("house", "Trụ sở ở 298 đường Lê Lợi.", &[]),
        ("name", "Tập đoàn Sao Mai 319 quản lý đất.", &[]),
        ("the two", "Đoàn thăm hai xã này.", &[]),
        ("resolution", "Theo Nghị quyết số 57-NQ/TW.", &[]),
        ("bullet", "1. Phạm vi điều chỉnh", &[]),
        ("many years", "Trong nhiều năm qua, tỉnh đổi thay.", &[]),
    ]);
}

#[test]
fn ranks_times_and_durations() {
    check(&[
        ("rank", "Tỉnh xếp thứ 12.", &["ordinal thứ 12 = 12"]),
        ("words", "Việt Nam đứng thứ hai.", &["ordinal thứ hai = 2"]),
        ("roman", "Đại hội lần thứ XIII.", &["ordinal lần thứ XIII = 13"]),
        ("discourse", "Thứ hai, cần nói thẳng.", &[]),
        ("clock", "Lễ bắt đầu lúc 8h30.", &["time 8h30 = T08:30"]),
        ("afternoon", "Bão vào lúc 2 giờ chiều.", &["time 2 giờ chiều = T14:00"]),
        ("duration", "Chiến dịch 92 ngày đêm.", &["duration 92 ngày đêm = P92D"]),
        ("range", "Thông quan mất 2 đến 3 ngày.", &["duration 2 đến 3 ngày = P2D..P3D"]),
        ("bound", "Thời hạn không quá 5 ngày.", &["duration 5 ngày = lte P5D"]),
        ("how long", "Buổi họp kéo dài khoảng 3 giờ.", &["duration 3 giờ = ~PT3H"]),
        ("half", "Cầu xây trong hai năm rưỡi.", &["duration hai năm rưỡi = P2.5Y"]),
        ("decades", "Sau 3 thập kỷ đổi mới.", &["duration 3 thập kỷ = P30Y"]),
    ]);
}
