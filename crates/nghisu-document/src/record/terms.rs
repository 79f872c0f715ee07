//! The closed vocabularies of the contract.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which side of a figure the truth lies on; absent when the figure is plain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// trên, hơn, vượt.
    Gt,
    /// tối thiểu, ít nhất, từ … trở lên.
    Gte,
    /// dưới; gần, with `approx`.
    Lt,
    /// tối đa, không quá.
    Lte,
}

/// The part of a day that a date names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum PartOfDay {
    /// sáng.
    Mo,
    /// trưa.
    No,
    /// chiều.
    Af,
    /// tối.
    Ev,
    /// đêm.
    Ni,
}

/// How those who meet are together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// trực tuyến.
    Online,
    /// In one room.
    InPerson,
    /// In a room, relayed to other sites.
    Hybrid,
}

/// Whether a figure is reached, aimed at, or estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Reached.
    Actual,
    /// Aimed at.
    Target,
    /// Estimated or forecast.
    Estimate,
}

/// Which way a figure moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// tăng.
    Up,
    /// giảm.
    Down,
}

/// What an act is called; a word that the contract does not know is kept when it is read.
macro_rules! acts {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)*
            /// A word of another annotator; never written by this program.
            #[serde(untagged)]
            #[schemars(skip)]
            Other(String),
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self {
                    $(Self::$variant => $word,)*
                    Self::Other(word) => word,
                })
            }
        }
    };
}

acts! {
    /// What a speaker does with words.
    StatementAct {
        /// nhấn mạnh, khẳng định.
        Emphasis = "emphasis",
        /// đánh giá, nhận định; nói and other verbs that tell no more.
        Assessment = "assessment",
        /// yêu cầu, đề nghị, chỉ đạo.
        Request = "request",
        /// cho biết, thông báo.
        Announcement = "announcement",
        /// cảnh báo, lưu ý.
        Warning = "warning",
        /// cảm ơn.
        Thanks = "thanks",
        /// Reports, `theo X`, media.
        Report = "report",
        /// biểu dương, ghi nhận.
        Praise = "praise",
        /// đề xuất, kiến nghị.
        Proposal = "proposal",
    }
}

acts! {
    /// What happens to a legal document.
    LegalActKind {
        /// ban hành.
        Issue = "issue",
        /// ký.
        Sign = "sign",
        /// phê duyệt, thông qua.
        Approve = "approve",
        /// sửa đổi.
        Amend = "amend",
        /// trình.
        Submit = "submit",
        /// có hiệu lực.
        Effective = "effective",
    }
}

acts! {
    /// What happens to the holder of an office.
    AppointmentAct {
        /// bổ nhiệm.
        Appoint = "appoint",
        /// miễn nhiệm.
        Dismiss = "dismiss",
        /// giữ chức.
        Hold = "hold",
    }
}
