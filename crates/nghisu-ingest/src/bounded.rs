//! Reading that never takes more memory than it was allowed.

use std::io::{self, BufRead, Read};

/// What one bounded read found.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Bounded {
    /// It is in the buffer, whole.
    Whole,
    /// It was longer than the limit; the rest of it has been passed over.
    TooLong,
    /// There is nothing more.
    End,
}

/// Reads one line without its line end into `line`, which is cleared first.
pub(crate) fn read_line(
    stream: &mut dyn BufRead,
    line: &mut Vec<u8>,
    limit: usize,
) -> io::Result<Bounded> {
    line.clear();
    let most = (limit as u64).saturating_add(1);
    if (&mut *stream).take(most).read_until(b'\n', line)? == 0 {
        return Ok(Bounded::End);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if line.len() > limit {
        line.clear();
        skip_line(stream)?;
        return Ok(Bounded::TooLong);
    }
    Ok(Bounded::Whole)
}

fn skip_line(stream: &mut dyn BufRead) -> io::Result<()> {
    loop {
        let held = stream.fill_buf()?;
        if held.is_empty() {
            return Ok(());
        }
        let end = held.iter().position(|&b| b == b'\n');
        let used = end.map_or(held.len(), |at| at + 1);
        stream.consume(used);
        if end.is_some() {
            return Ok(());
        }
    }
}

/// Reads all that is left into a new buffer.
pub(crate) fn read_all(stream: &mut dyn BufRead, limit: usize) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    stream.take((limit as u64).saturating_add(1)).read_to_end(&mut bytes)?;
    Ok((bytes.len() <= limit).then_some(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_up_to_the_limit_are_whole_and_longer_ones_are_passed_over() {
        let mut stream: &[u8] = b"abc\nabcdefgh\n\nabcd\nx";
        let mut line = Vec::new();
        let mut seen = Vec::new();
        loop {
            match read_line(&mut stream, &mut line, 4).unwrap() {
                Bounded::Whole => seen.push(String::from_utf8(line.clone()).unwrap()),
                Bounded::TooLong => seen.push("too long".into()),
                Bounded::End => break,
            }
        }
        assert_eq!(seen, ["abc", "too long", "", "abcd", "x"]);
    }

    #[test]
    fn a_file_over_the_limit_is_not_read_whole() {
        assert_eq!(read_all(&mut &b"abcd"[..], 4).unwrap().unwrap(), b"abcd");
        assert_eq!(read_all(&mut &b"abcde"[..], 4).unwrap(), None);
    }
}
