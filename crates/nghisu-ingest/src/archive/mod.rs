//! Files that hold files.

mod http;
mod tar;
mod warc;

pub(crate) use tar::TarReader;
pub(crate) use warc::WarcReader;
