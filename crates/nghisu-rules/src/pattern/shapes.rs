use nghisu_document::layers::Shape;

/// A name of the pattern language for what a token looks like: one of the bits `any`, none of `none`.
pub(crate) struct NamedShape {
    pub(crate) name: &'static str,
    pub(crate) any: Shape,
    pub(crate) none: Shape,
}

const fn shape(name: &'static str, any: Shape) -> NamedShape {
    NamedShape { name, any, none: Shape::empty() }
}

/// All names; the crate's documentation explains each.
pub(crate) const SHAPES: [NamedShape; 16] = [
    shape("number", Shape::NUMBER),
    shape("syllable", Shape::SYLLABLE),
    shape("word", Shape::SYLLABLE.union(Shape::ABBREVIATION)),
    shape("abbreviation", Shape::ABBREVIATION),
    shape("punctuation", Shape::PUNCTUATION),
    shape("other", Shape::OTHER),
    shape("capital", Shape::CAPITAL),
    NamedShape { name: "lower", any: Shape::SYLLABLE, none: Shape::CAPITAL },
    shape("upper", Shape::UPPER),
    shape("roman", Shape::ROMAN),
    shape("vietnamese", Shape::VIETNAMESE),
    NamedShape { name: "foreign", any: Shape::SYLLABLE, none: Shape::VIETNAMESE },
    shape("spaced", Shape::SPACE_BEFORE),
    shape("line-start", Shape::LINE_START),
    shape("sentence-start", Shape::SENTENCE_START),
    // Any bit will do; `parse` makes its own node of it.
    shape("any", Shape::all()),
];
