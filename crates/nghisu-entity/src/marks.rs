//! What single words can be.

use bitflags::bitflags;

bitflags! {
    /// What a word can be; one look-up a token.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub(crate) struct Marks: u64 {
        /// A surname.
        const SURNAME = 1;
        /// A surname that is hardly anything else: `Nguyễn`.
        const SURE_SURNAME = 1 << 1;
        /// A middle name: `Văn`, `Thị`.
        const MIDDLE = 1 << 2;
        /// A given name.
        const GIVEN = 1 << 3;
        /// A comma.
        const COMMA = 1 << 4;
        /// `và`, `&`
        const AND = 1 << 5;
        /// A dash.
        const DASH = 1 << 6;
        /// `về`
        const ABOUT = 1 << 7;
        /// `của`
        const OF = 1 << 8;
        /// Quotation marks, opening brackets, bullets.
        const OPENING = 1 << 9;
        /// `các`, `những`, `một số` (its first word) …
        const MANY = 1 << 10;
        /// A word after which a place stands: `tại`, `ở`, `nước`.
        const LOCATIVE = 1 << 11;
        /// `tỉnh`, `huyện` …: a body's level where no name follows.
        const LEVEL = 1 << 12;
        /// `phòng`, `khám`: a comma after it joins a compound (`phòng, chống`).
        const PAIRS = 1 << 13;
        /// `Ảnh`, `Nguồn`: credits follow.
        const CREDIT = 1 << 14;
        /// A colon.
        const COLON = 1 << 15;
        /// `năm`
        const YEAR = 1 << 16;
        /// `số`
        const NUMBER_SIGN = 1 << 17;
        /// A slash.
        const SLASH = 1 << 18;
        /// The last word before an address: `trụ sở`, `địa chỉ`, `số`.
        const ADDRESS = 1 << 19;
        /// `(`
        const BRACKET = 1 << 20;
        /// `tiếng`: a language's name follows, no country's.
        const SPEECH = 1 << 21;
        /// `)`
        const CLOSING = 1 << 22;
        /// A heavenly stem: the first half of a year's name.
        const STEM = 1 << 23;
        /// An earthly branch: the second half.
        const BRANCH = 1 << 24;
        /// `tỉnh`, `thành`
        const PROVINCIAL = 1 << 25;
        /// `thường` of `Thường trực`
        const STANDING = 1 << 26;
        /// The last word of a title that may have a standing deputy.
        const CHIEF = 1 << 27;
        /// `trưởng`, `chánh` of `Trưởng Ban …`, `Chánh Văn phòng …`
        const HEAD_OF = 1 << 28;
        /// `giữa`
        const BETWEEN = 1 << 29;
        /// A given name that many bear: `Anh`.
        const COMMON_GIVEN = 1 << 30;
        /// `khóa`
        const TERM = 1 << 31;
        /// `tại`, `ở`
        const WHERE = 1 << 32;
        /// A given name of other countries: `John`.
        const FOREIGN_GIVEN = 1 << 33;
    }
}
