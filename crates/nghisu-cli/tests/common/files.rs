//! Files of every format, made by hand, so that tests can break them where they like.

use std::io::Write as _;
use std::sync::Arc;

pub const TEXT: &str = "Sáng 8/8/2022, Bộ Tài chính họp về ngân sách.";

/// So many records of JSON Lines.
pub fn lines(count: usize) -> Vec<u8> {
    (0..count).flat_map(|n| format!("{{\"text\":\"{TEXT} Số {n}.\"}}\n").into_bytes()).collect()
}

/// Records that compress badly, so that half a file holds many of them.
pub fn noisy_lines(count: u64) -> Vec<u8> {
    let mut state = 1_u64;
    let mut lines = Vec::new();
    for _ in 0..count {
        lines.extend_from_slice("{\"text\":\"Bộ họp ".as_bytes());
        for _ in 0..40 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            lines.extend_from_slice(format!("{:08x}", state >> 32).as_bytes());
        }
        lines.extend_from_slice(b".\"}\n");
    }
    lines
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

pub fn zstd(bytes: &[u8]) -> Vec<u8> {
    zstd::encode_all(bytes, 3).unwrap()
}

pub fn bzip2(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::new(1));
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

pub fn xz(bytes: &[u8]) -> Vec<u8> {
    let options = lzma_rust2::XzOptions::with_preset(1);
    let mut encoder = lzma_rust2::XzWriter::new(Vec::new(), options).unwrap();
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// One record of WARC.
pub fn record(kind: &str, url: &str, content: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let mut record = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: {content}\r\nContent-Length: {length}\r\n\r\n"
    )
    .into_bytes();
    record.extend_from_slice(body);
    record.extend_from_slice(b"\r\n\r\n");
    record
}

/// A response with a page of some text.
pub fn response(url: &str, head: &str, body: &[u8]) -> Vec<u8> {
    let mut http = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{head}\r\n").into_bytes();
    http.extend_from_slice(body);
    record("response", url, "application/http; msgtype=response", &http)
}

pub fn page() -> Vec<u8> {
    format!("<html><body><h1>Tin</h1><p>{TEXT} {TEXT} {TEXT}</p></body></html>").into_bytes()
}

/// One member of a tar archive, of this type.
pub fn member_of(kind: u8, name: &str, content: &[u8]) -> Vec<u8> {
    let mut header = [0_u8; 512];
    header[..name.len()].copy_from_slice(name.as_bytes());
    header[100..108].copy_from_slice(b"0000644\0");
    header[124..136].copy_from_slice(format!("{:011o}\0", content.len()).as_bytes());
    header[148..156].fill(b' ');
    header[156] = kind;
    header[257..263].copy_from_slice(b"ustar\0");
    let sum: u32 = header.iter().map(|&b| u32::from(b)).sum();
    header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    let mut member = header.to_vec();
    member.extend_from_slice(content);
    member.resize(member.len().next_multiple_of(512), 0);
    member
}

pub fn member(name: &str, content: &[u8]) -> Vec<u8> {
    member_of(b'0', name, content)
}

pub fn tar(members: &[Vec<u8>]) -> Vec<u8> {
    let mut archive = members.concat();
    archive.resize(archive.len() + 1024, 0);
    archive
}

/// A Parquet file of one column of strings.
pub fn parquet(column: &str, values: &[&str]) -> Vec<u8> {
    use parquet::data_type::{ByteArray, ByteArrayType};
    use parquet::file::writer::SerializedFileWriter;
    let schema = format!("message articles {{ REQUIRED BYTE_ARRAY {column} (UTF8); }}");
    let schema = Arc::new(parquet::schema::parser::parse_message_type(&schema).unwrap());
    let mut file = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut file, schema, Arc::default()).unwrap();
    let mut group = writer.next_row_group().unwrap();
    let mut chunk = group.next_column().unwrap().unwrap();
    let values: Vec<ByteArray> = values.iter().map(|&value| ByteArray::from(value)).collect();
    chunk.typed::<ByteArrayType>().write_batch(&values, None, None).unwrap();
    chunk.close().unwrap();
    group.close().unwrap();
    writer.close().unwrap();
    file
}

/// The first bytes alone.
pub fn cut(bytes: &[u8], keep: usize) -> Vec<u8> {
    bytes[..keep].to_vec()
}

/// One byte changed.
pub fn hurt(bytes: &[u8], at: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[at] ^= 0x55;
    bytes
}
