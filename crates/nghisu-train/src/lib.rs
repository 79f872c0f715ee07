//! Makes what `models/` holds.
//!
//! For now the compiled form of the gazetteer and the rules; learned weights come with the
//! stages that use them.
//!
//! ```no_run
//! // Fails where models/compiled is not what models/gazetteer and models/rules say.
//! nghisu_train::compile("models".as_ref(), nghisu_train::Mode::Check)?;
//! # Ok::<(), anyhow::Error>(())
//! ```

use anyhow::{Context as _, Result, ensure};
use std::path::Path;

/// Whether to write the compiled models or to compare with those that stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Write them.
    Write,
    /// Fail where they differ.
    Check,
}

/// Compiles `models/gazetteer` and `models/rules` to `models/compiled/nghisu.bin`.
///
/// # Errors
/// A table or rule that must be mended; a file that can't be read or written; with
/// [`Mode::Check`], compiled models that are not up to date.
pub fn compile(models: &Path, mode: Mode) -> Result<usize> {
    let blob = nghisu::compile_models(models)?;
    let path = models.join("compiled/nghisu.bin");
    match mode {
        Mode::Write => {
            std::fs::write(&path, &blob).with_context(|| path.display().to_string())?;
        }
        Mode::Check => {
            let standing = std::fs::read(&path).with_context(|| path.display().to_string())?;
            ensure!(standing == blob, "{} is not up to date: run `just models`", path.display());
        }
    }
    Ok(blob.len())
}
