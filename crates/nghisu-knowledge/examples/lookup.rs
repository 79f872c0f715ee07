//! What a name means, and what the tables hold: `lookup TABLES [NAME [DATE]]`.

use nghisu_document::layers::{PartialDate, Vocabulary};
use nghisu_knowledge::{Gazetteer, Tables, check};
use nghisu_text::NormSpan;
use std::{path::Path, time::Instant};

fn cut(text: &str, spans: &mut Vec<NormSpan>) {
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_alphanumeric() {
            start.get_or_insert(at);
            continue;
        }
        if let Some(start) = start.take() {
            spans.push(NormSpan::new(start as u32, at as u32));
        }
        if !c.is_whitespace() {
            spans.push(NormSpan::new(at as u32, (at + c.len_utf8()) as u32));
        }
    }
}

#[expect(clippy::print_stdout, reason = "an example prints")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let dir = args.next().ok_or("which folder of tables?")?;
    let began = Instant::now();
    let tables = Tables::read_dir(Path::new(&dir))?;
    println!("read in {:?}", began.elapsed());
    for problem in check(&tables) {
        println!("{problem}");
    }
    let began = Instant::now();
    let compiled = tables.compile(&mut Vocabulary::default(), &cut)?;
    println!("compiled in {:?}", began.elapsed());
    let bytes = compiled.to_bytes()?;
    let began = Instant::now();
    let gazetteer = Gazetteer::from_bytes(&bytes, &mut Vocabulary::default())?;
    println!("{} bytes loaded in {:?}", bytes.len(), began.elapsed());
    let knowledge = &gazetteer.knowledge;
    println!("{} entities", knowledge.entities().count());
    let Some(name) = args.next() else { return Ok(()) };
    let date = args.next().and_then(|date| {
        let mut parts = date.split('-').map(|p| p.parse::<u16>().ok());
        let (year, month, day) = (parts.next()??, parts.next(), parts.next());
        let part = |p: Option<Option<u16>>| p.flatten().unwrap_or(0) as u8;
        Some(PartialDate { year, month: part(month), day: part(day) })
    });
    for meaning in knowledge.lookup(&name, date) {
        let when = if meaning.on_date { "" } else { " (not on that date)" };
        println!(
            "{} {:?}{when}: {}",
            meaning.entity.slug, meaning.matched, meaning.state.canonical
        );
        let became = knowledge.became(meaning.id);
        if became != meaning.id {
            println!("  became {}", knowledge.slug(became));
        }
        for office in knowledge.offices_of(meaning.id, date) {
            println!("  {} of {}", office.title, knowledge.slug(office.organization()));
        }
        for office in knowledge.tenures_at(meaning.id) {
            if date.is_some_and(|d| office.holds_on(d) == nghisu_knowledge::Holding::Known) {
                println!("  {}: {}", office.title, knowledge.slug(office.person()));
            }
        }
    }
    Ok(())
}
