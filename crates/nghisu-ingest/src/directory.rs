//! The files that inputs stand for, one after another, in an order that does not depend on the file system.

use crate::failure::{Error, Failure, Stage};
use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};

/// A file to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FileEntry {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// Its path under the input root, with `/` between folders: the id of what it holds.
    pub(crate) id: String,
    /// The user named it, rather than a directory that holds it: it is read whatever its name.
    pub(crate) named: bool,
}

/// What the walk came upon.
#[derive(Debug)]
pub(crate) enum Found {
    Stdin,
    File(FileEntry),
    Skipped(Skipped),
    Failed(Failure),
}

/// A file that was passed over because it holds no article.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Skipped {
    /// The file, as its input named it.
    pub path: String,
    /// Why.
    pub reason: String,
}

/// A path as records show it: `/` between folders on every system.
pub(crate) fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' {
        text.into_owned()
    } else {
        text.replace(std::path::MAIN_SEPARATOR, "/")
    }
}

/// Walks inputs in the order given; the entries of a directory are sorted by name, and only the open directories'
/// names are held.
#[derive(Debug)]
pub(crate) struct Walk {
    inputs: VecDeque<Input>,
    /// Directories under way, the innermost last: what is left of each, in reverse.
    open: Vec<Vec<PathBuf>>,
    root: PathBuf,
}

#[derive(Debug)]
enum Input {
    Stdin,
    File { path: PathBuf, root: PathBuf },
    Directory(PathBuf),
}

impl Walk {
    /// Checks that every input names something.
    pub(crate) fn new<S: AsRef<str>>(inputs: impl IntoIterator<Item = S>) -> Result<Self, Error> {
        let mut queue = VecDeque::new();
        for input in inputs {
            let input = input.as_ref();
            let path = Path::new(input);
            if input == "-" {
                queue.push_back(Input::Stdin);
            } else if path.exists() {
                let root = path.parent().unwrap_or(Path::new("")).to_path_buf();
                queue.push_back(Input::of(path.to_path_buf(), root));
            } else {
                expand(input, &mut queue)?;
            }
        }
        Ok(Self { inputs: queue, open: Vec::new(), root: PathBuf::new() })
    }

    fn id(&self, path: &Path) -> String {
        shown(path.strip_prefix(&self.root).unwrap_or(path))
    }

    fn list(&mut self, directory: &Path) -> Result<(), Failure> {
        let failed = |e: std::io::Error| Failure::new(shown(directory), Stage::Open, e.to_string());
        let mut names = Vec::new();
        for entry in fs::read_dir(directory).map_err(failed)? {
            names.push(entry.map_err(failed)?.path());
        }
        names.sort_unstable_by(|a, b| b.file_name().cmp(&a.file_name()));
        self.open.push(names);
        Ok(())
    }
}

impl Input {
    fn of(path: PathBuf, root: PathBuf) -> Self {
        if path.is_dir() { Self::Directory(path) } else { Self::File { path, root } }
    }
}

/// A glob's root is its longest folder without a pattern, so that ids do not depend on what it happens to match.
fn expand(pattern: &str, queue: &mut VecDeque<Input>) -> Result<(), Error> {
    let paths = glob::glob(pattern)
        .map_err(|e| Error::Glob { pattern: pattern.to_owned(), message: e.to_string() })?;
    let root: PathBuf = Path::new(pattern)
        .components()
        .take_while(|part| !part.as_os_str().to_string_lossy().contains(['*', '?', '[']))
        .collect();
    let before = queue.len();
    queue.extend(paths.filter_map(Result::ok).map(|path| Input::of(path, root.clone())));
    if queue.len() == before { Err(Error::Missing(pattern.to_owned())) } else { Ok(()) }
}

impl Iterator for Walk {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            let Some(directory) = self.open.last_mut() else {
                match self.inputs.pop_front()? {
                    Input::Stdin => return Some(Found::Stdin),
                    Input::File { path, root } => {
                        self.root = root;
                        return Some(Found::File(FileEntry {
                            id: self.id(&path),
                            path,
                            named: true,
                        }));
                    }
                    Input::Directory(path) => {
                        self.root.clone_from(&path);
                        if let Err(failure) = self.list(&path) {
                            return Some(Found::Failed(failure));
                        }
                    }
                }
                continue;
            };
            let Some(path) = directory.pop() else {
                self.open.pop();
                continue;
            };
            let skip = |reason: &str| {
                Some(Found::Skipped(Skipped { path: shown(&path), reason: reason.to_owned() }))
            };
            let kind = match fs::symlink_metadata(&path) {
                Ok(metadata) => metadata.file_type(),
                Err(e) => {
                    return Some(Found::Failed(Failure::new(
                        shown(&path),
                        Stage::Open,
                        e.to_string(),
                    )));
                }
            };
            if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
                return skip("hidden");
            }
            if kind.is_dir() {
                if let Err(failure) = self.list(&path) {
                    return Some(Found::Failed(failure));
                }
            } else if kind.is_symlink() && path.is_dir() {
                // It may lead back into its own parent.
                return skip("a symbolic link to a directory");
            } else if kind.is_file() || path.is_file() {
                return Some(Found::File(FileEntry { id: self.id(&path), path, named: false }));
            } else {
                return skip("not a regular file");
            }
        }
    }
}
