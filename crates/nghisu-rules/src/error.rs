use thiserror::Error;

/// What is wrong with a rule file, or with a compiled form of some.
///
/// Lines are lines of the TOML file, columns are characters of the pattern; both count from 1.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RuleError {
    /// The file is not the TOML that a rule file should be.
    #[error("{file}: {message}")]
    File {
        /// The name that the file was added under.
        file: String,
        /// What to mend.
        message: String,
    },
    /// A rule is wrong outside its pattern: its name, an example, a parameter, a production.
    #[error("{file}, line {line}, rule {rule}: {message}")]
    Rule {
        /// The name that the file was added under.
        file: String,
        /// Where the rule's name stands.
        line: u32,
        /// The rule's name.
        rule: String,
        /// What to mend.
        message: String,
    },
    /// A rule's pattern is wrong.
    #[error("{file}, line {line}, rule {rule}, column {column} of the pattern: {message}")]
    Pattern {
        /// The name that the file was added under.
        file: String,
        /// Where the rule's name stands.
        line: u32,
        /// The rule's name.
        rule: String,
        /// The character of the pattern.
        column: u32,
        /// What to mend.
        message: String,
    },
    /// Bytes that are no compiled rules, or those of another version.
    #[error("compiled rules can't be read ({message}): compile the rule files again")]
    Bytes {
        /// What was found.
        message: String,
    },
    /// Compiled rules name a gazetteer class that this gazetteer lacks.
    #[error(
        "compiled rules use the class #{class}, which this gazetteer lacks: compile the rule files again"
    )]
    Class {
        /// The class's name.
        class: String,
    },
}
