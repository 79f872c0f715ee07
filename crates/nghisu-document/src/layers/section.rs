use nghisu_text::NormSpan;

/// What a stretch of an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SectionKind {
    /// The article's title, where it stands in the text.
    Title,
    /// A sub-heading.
    Heading,
    /// Who wrote it, or where it was taken from.
    Byline,
    /// Place and time line: `Thứ Hai, 08/08/2022 13:42`.
    Dateline,
    /// The sapo: the summary set apart above the body.
    Lead,
    /// Running text.
    Body,
    /// The words under a picture, photo credit included.
    Caption,
    /// Menus, share bars, related links.
    Boilerplate,
}

impl SectionKind {
    /// The word of the output contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Heading => "heading",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Lead => "lead",
            Self::Body => "body",
            Self::Caption => "caption",
            Self::Boilerplate => "boilerplate",
        }
    }

    /// Whether what stands here may make an event.
    pub fn makes_events(self) -> bool {
        matches!(self, Self::Lead | Self::Body | Self::Title | Self::Heading)
    }
}

/// A stretch of the article of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// Bytes of the normalized text, without surrounding white space.
    pub span: NormSpan,
    /// What it is.
    pub kind: SectionKind,
}

/// What the reader of a format knew of a block: an HTML heading, a figure's caption, a link list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlockHint {
    /// Bytes of the normalized text.
    pub span: NormSpan,
    /// What the block was.
    pub kind: SectionKind,
}
