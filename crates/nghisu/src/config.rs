//! What a user may change without a compiler.

use crate::error::Error;
use crate::project::OffsetUnit;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// The configuration of a pipeline.
///
/// ```
/// use nghisu::Config;
///
/// let config = Config::from_toml("offsets = \"utf16\"", "nghisu.toml".as_ref())?;
/// assert_eq!(config.offsets, nghisu::OffsetUnit::Utf16);
/// assert!(Config::from_toml("offset = \"utf16\"", "nghisu.toml".as_ref()).is_err());
/// # Ok::<(), nghisu::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct Config {
    /// The unit of all offsets.
    pub offsets: OffsetUnit,
    /// Gazetteer tables (TSV) read after the built-in ones.
    pub gazetteer: Vec<PathBuf>,
    /// Rule files (TOML) read after the built-in ones.
    pub rules: Vec<PathBuf>,
}

/// The default configuration, commented: what `nghisu config` prints.
pub const DEFAULT_CONFIG: &str = include_str!("default.toml");

impl Config {
    /// Reads a configuration; `path` is what errors name, and what relative paths are relative to.
    ///
    /// # Errors
    /// When it is not TOML, or has a key that there is not.
    pub fn from_toml(text: &str, path: &Path) -> Result<Self, Error> {
        let mut config: Self = toml::from_str(text)
            .map_err(|e| Error::Config { path: path.to_owned(), message: e.to_string() })?;
        if let Some(folder) = path.parent() {
            for file in config.gazetteer.iter_mut().chain(&mut config.rules) {
                *file = folder.join(&*file);
            }
        }
        Ok(config)
    }

    /// Reads a configuration file.
    ///
    /// # Errors
    /// As [`from_toml`](Self::from_toml), and when the file can't be read.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let text = std::fs::read_to_string(path)
            .map_err(|e| Error::Config { path: path.to_owned(), message: e.to_string() })?;
        Self::from_toml(&text, path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_printed_default_is_the_default() {
        let printed = Config::from_toml(DEFAULT_CONFIG, Path::new("nghisu.toml")).unwrap();
        assert_eq!(printed, Config::default());
    }

    #[test]
    fn paths_are_relative_to_the_file() {
        let config =
            Config::from_toml("rules = [\"mine.toml\"]", Path::new("conf/n.toml")).unwrap();
        assert_eq!(config.rules, [Path::new("conf/mine.toml")]);
    }
}
