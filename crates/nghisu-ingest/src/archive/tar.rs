//! Tar: POSIX ustar, with the long names of GNU and pax. Members are read as files of a directory are.

use crate::article::Draft;
use crate::compression::Stream;
use crate::directory::Skipped;
use crate::failure::{Failure, Stage};
use crate::format::{self, Format};
use crate::opening::{self, Opened};
use crate::options::Options;
use crate::origin::{Origin, Reader};
use std::io::{self, Read};
use std::sync::{Arc, Mutex, PoisonError};

/// Header blocks and their contents are multiples of it.
const BLOCK: usize = 512;
/// Names and pax headers are not longer; one that says so is broken.
const LONGEST_NAME: u64 = 64 << 10;
/// How deep archives may stand in archives.
const DEEPEST: u8 = 4;

pub(crate) struct TarReader {
    shared: Arc<Mutex<Member>>,
    origin: Origin,
    /// The reader of the member under way.
    current: Option<Box<dyn Reader>>,
    skipped: Vec<Skipped>,
    ended: bool,
}

/// The archive's stream, and what of the member under way is still to come.
struct Member {
    stream: Stream,
    left: u64,
    padding: u64,
    /// The archive ended inside it.
    torn: bool,
}

/// A member's bytes as a stream that a reader may own.
struct MemberStream(Arc<Mutex<Member>>);

impl Read for MemberStream {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).read(into)
    }
}

impl Member {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(into.len());
        let Some(into) = into.get_mut(..most).filter(|into| !into.is_empty()) else {
            return Ok(0);
        };
        let read = self.stream.read(into)?;
        if read == 0 {
            self.torn = true;
            let left = std::mem::take(&mut self.left);
            return Err(io::Error::other(format!("the archive ends {left} bytes before it does")));
        }
        self.left -= read as u64;
        Ok(read)
    }

    /// Passes over what nobody read.
    fn skip(&mut self) -> io::Result<()> {
        let left = std::mem::take(&mut self.left) + std::mem::take(&mut self.padding);
        io::copy(&mut (&mut self.stream).take(left), &mut io::sink())?;
        Ok(())
    }

    /// The next header block; `None` at the end.
    fn header(&mut self) -> io::Result<Option<[u8; BLOCK]>> {
        let mut block = [0; BLOCK];
        let mut filled = 0;
        while let Some(rest) = block.get_mut(filled..).filter(|rest| !rest.is_empty()) {
            match self.stream.read(rest)? {
                0 if filled == 0 => return Ok(None),
                0 => return Err(io::Error::other("the archive ends inside a header")),
                read => filled += read,
            }
        }
        // Zero blocks end an archive; what follows them is padding.
        Ok(block.iter().any(|&byte| byte != 0).then_some(block))
    }

    /// The content of a header that extends the next one.
    fn extension(&mut self) -> io::Result<Vec<u8>> {
        let mut content = Vec::new();
        if self.left > LONGEST_NAME {
            return Err(io::Error::other("a header is broken: its name is too long"));
        }
        while self.left > 0 {
            let mut piece = [0; BLOCK];
            let read = self.read(&mut piece)?;
            content.extend_from_slice(piece.get(..read).unwrap_or_default());
        }
        Ok(content)
    }
}

impl TarReader {
    pub(crate) fn new(stream: Stream, mut origin: Origin) -> Self {
        // The user spoke of the archive; its members say themselves what they are.
        if origin.options.format == Some(Format::Tar) {
            let options = Options { format: None, ..(*origin.options).clone() };
            origin.options = Arc::new(options);
        }
        let member = Member { stream, left: 0, padding: 0, torn: false };
        let shared = Arc::new(Mutex::new(member));
        Self { shared, origin, current: None, skipped: Vec::new(), ended: false }
    }

    /// Goes to the next member that is a file; its name, or `None` at the end.
    fn next_member(&mut self) -> io::Result<Option<String>> {
        let mut member = self.shared.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut long_name, mut long_size) = (None, None);
        loop {
            member.skip()?;
            let Some(header) = member.header()? else { return Ok(None) };
            let header = Header(&header);
            if !header.is_sound() {
                return Err(io::Error::other("no header of tar stands where one should"));
            }
            let size = long_size.take().unwrap_or(header.size()?);
            member.left = size;
            member.padding = size.next_multiple_of(BLOCK as u64) - size;
            match header.kind() {
                b'L' => long_name = Some(text(&member.extension()?)),
                b'x' => {
                    let records = member.extension()?;
                    long_name = pax(&records, "path").or(long_name);
                    long_size = pax(&records, "size").and_then(|size| size.parse().ok());
                }
                b'0' | b'7' | 0 => return Ok(Some(long_name.unwrap_or_else(|| header.name()))),
                // A folder, a link, a device, a header for all: nothing to read. Links have no content.
                _ => long_name = None,
            }
        }
    }

    fn open(&mut self, name: &str) -> Result<(), Failure> {
        let name = name.trim_start_matches("./").trim_start_matches('/');
        let own = name.rsplit('/').next().unwrap_or(name);
        let mut origin = self.origin.clone();
        origin.path = format!("{}/{name}", self.origin.path);
        origin.id = format!("{}/{name}", self.origin.id);
        origin.depth += 1;
        if own.starts_with('.') || own.is_empty() {
            self.skipped.push(Skipped { path: origin.path, reason: "hidden".to_owned() });
            return Ok(());
        }
        if origin.depth > DEEPEST {
            return Err(origin.failure(Stage::Format, "archives stand in archives too deep"));
        }
        let stream = MemberStream(Arc::clone(&self.shared));
        match opening::open(stream, origin, format::by_name(own), false)? {
            Opened::Reader(reader) => self.current = Some(reader),
            Opened::Skipped(skipped) => self.skipped.push(skipped),
        }
        Ok(())
    }
}

impl Reader for TarReader {
    fn next_draft(&mut self) -> Option<Result<Draft, Failure>> {
        loop {
            if let Some(reader) = &mut self.current {
                let draft = reader.next_draft();
                self.skipped.append(&mut reader.skipped());
                if draft.is_some() {
                    return draft;
                }
                self.current = None;
            }
            if self.ended || self.shared.lock().unwrap_or_else(PoisonError::into_inner).torn {
                return None;
            }
            match self.next_member() {
                Ok(None) => self.ended = true,
                Ok(Some(name)) => {
                    if let Err(failure) = self.open(&name) {
                        return Some(Err(failure));
                    }
                }
                Err(e) => {
                    self.ended = true;
                    let message = format!("{e}; what follows in this file is lost");
                    return Some(Err(self.origin.failure(Stage::Read, message)));
                }
            }
        }
    }

    fn skipped(&mut self) -> Vec<Skipped> {
        std::mem::take(&mut self.skipped)
    }
}

struct Header<'a>(&'a [u8; BLOCK]);

impl Header<'_> {
    fn field(&self, start: usize, length: usize) -> &[u8] {
        self.0.get(start..start + length).unwrap_or_default()
    }

    /// The sum of its bytes, those of the sum itself counted as spaces, as it says.
    fn is_sound(&self) -> bool {
        let own: u64 = self.field(148, 8).iter().map(|&b| u64::from(b)).sum();
        let all: u64 = self.0.iter().map(|&b| u64::from(b)).sum();
        octal(self.field(148, 8)) == Some(all - own + 8 * u64::from(b' '))
    }

    fn size(&self) -> io::Result<u64> {
        let field = self.field(124, 12);
        let size = match field {
            // GNU's form for sizes above 8 GB.
            [0x80, rest @ ..] => {
                rest.iter().try_fold(0_u64, |n, &b| Some(n.checked_mul(256)? + u64::from(b)))
            }
            _ => octal(field),
        };
        size.filter(|&size| size < 1 << 60)
            .ok_or_else(|| io::Error::other("a header is broken: its size is no number"))
    }

    fn kind(&self) -> u8 {
        self.0.get(156).copied().unwrap_or_default()
    }

    fn name(&self) -> String {
        let name = text(self.field(0, 100));
        let prefix = text(self.field(345, 155));
        if self.field(257, 6) == b"ustar\0" && !prefix.is_empty() {
            format!("{prefix}/{name}")
        } else {
            name
        }
    }
}

/// Up to the first zero byte.
fn text(field: &[u8]) -> String {
    let end = field.iter().position(|&b| b == 0).unwrap_or(field.len());
    String::from_utf8_lossy(field.get(..end).unwrap_or_default()).into_owned()
}

fn octal(field: &[u8]) -> Option<u64> {
    let digits = text(field);
    let digits = digits.trim();
    if digits.is_empty() { Some(0) } else { u64::from_str_radix(digits, 8).ok() }
}

/// The value of a key in pax records: `LENGTH KEY=VALUE\n`, one after another.
fn pax(records: &[u8], key: &str) -> Option<String> {
    let mut rest = records;
    while let Some(space) = rest.iter().position(|&b| b == b' ') {
        let length: usize = std::str::from_utf8(rest.get(..space)?).ok()?.parse().ok()?;
        let record = rest.get(space + 1..length)?;
        if let Some(value) = record.strip_prefix(key.as_bytes()).and_then(|r| r.strip_prefix(b"="))
        {
            return Some(String::from_utf8_lossy(value.strip_suffix(b"\n")?).into_owned());
        }
        rest = rest.get(length..)?;
    }
    None
}
