//! The command line, as clap reads it.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Vietnamese government news as data: who met, what was said, decided and measured.
#[derive(Debug, Parser)]
#[command(name = "nghisu", version, about, arg_required_else_help = true, max_term_width = 100)]
pub(crate) struct Arguments {
    /// No progress and no summary; errors are still shown.
    #[arg(long, global = true)]
    pub(crate) quiet: bool,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Extract(Extract),
    Inspect(Inspect),
    Normalize(Normalize),
    Lookup(Lookup),
    Facts(Facts),
    Merge(Merge),
    Eval(Eval),
    /// Print the default configuration, commented.
    #[command(after_help = "Example:\n  nghisu config > nghisu.toml")]
    Config,
    /// Print the JSON Schema of every record.
    #[command(after_help = "Example:\n  nghisu schema > nghisu.schema.json")]
    Schema,
    Completions(Completions),
    /// Print the manual page of the program, or of one command.
    #[command(after_help = "Example:\n  nghisu manual extract > nghisu-extract.1")]
    Manual(Manual),
}

/// Extract records from articles: the main job.
///
/// Reads files, directories (recursively), globs or `-` (standard input). With `-o DIR` writes
/// documents.jsonl, events.jsonl, errors.jsonl, skipped.jsonl and manifest.json; with `-o -` one
/// stream.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  nghisu extract corpus -o out
  nghisu extract articles.jsonl.zst --field text=noi_dung -o out
  nghisu extract crawl -o out --compress zstd --shard 1G --resume
  cat article.txt | nghisu extract - -o - --emit events

Exit status: 0 everything processed; 1 could not run or write; 2 wrong usage;
3 finished, but some articles are in errors.jsonl; 130 stopped by Ctrl-C.")]
pub(crate) struct Extract {
    /// Files, directories, globs, or `-` for standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<String>,
    #[command(flatten)]
    pub(crate) writing: Writing,
    /// Pass over articles whose text came before, byte for byte; skipped.jsonl says which.
    #[arg(long)]
    pub(crate) dedup: bool,
    /// Extract from articles that are not Vietnamese, too.
    #[arg(long)]
    pub(crate) any_language: bool,
    #[command(flatten)]
    pub(crate) reading: Reading,
    #[command(flatten)]
    pub(crate) pipeline: PipelineOptions,
    /// Threads (default: all cores).
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) jobs: Option<u16>,
}

/// How records are written.
#[derive(Debug, Args)]
pub(crate) struct Writing {
    /// A directory for the records, or `-` for standard output.
    #[arg(short, long, value_name = "DIR|-", default_value = "-")]
    pub(crate) output: String,
    /// Which records are written (default: both).
    #[arg(long, value_enum)]
    pub(crate) emit: Option<EmitOption>,
    /// Compress documents and events.
    #[arg(long, value_enum, value_name = "HOW")]
    pub(crate) compress: Option<CompressOption>,
    /// Begin new files when one reaches SIZE: documents-00000.jsonl and on.
    #[arg(long, value_name = "SIZE", value_parser = crate::size::parse)]
    pub(crate) shard: Option<u64>,
    /// Go on with the unfinished run in the output directory, if there is one.
    #[arg(long)]
    pub(crate) resume: bool,
    /// Seconds between checkpoints: how much work a crash costs.
    #[arg(long, value_name = "SECONDS", default_value = "5")]
    pub(crate) checkpoint: u64,
}

/// How articles are read.
#[derive(Debug, Args)]
pub(crate) struct Reading {
    /// What the inputs are; by default by name and content.
    #[arg(long, value_enum, default_value = "auto")]
    pub(crate) input_format: InputFormat,
    /// Read the field KEY of JSON, CSV or Parquet as NAME (text, html, id, title, url, site, author, published).
    #[arg(long, value_name = "NAME=KEY")]
    pub(crate) field: Vec<String>,
    /// The encoding of text and HTML files.
    #[arg(long, value_enum, default_value = "auto")]
    pub(crate) encoding: EncodingOption,
    /// The day of publication of articles that do not say it.
    #[arg(long, value_name = "DATE")]
    pub(crate) published: Option<String>,
    /// The largest article, decompressed; larger ones are errors.
    #[arg(long, value_name = "SIZE", default_value = "64M", value_parser = crate::size::parse)]
    pub(crate) max_article: u64,
    /// How many times its size a file may decompress to (above 32 MB) before it is taken for a bomb.
    #[arg(long, value_name = "N", default_value = "500")]
    pub(crate) max_expansion: u64,
}

/// How articles are processed.
#[derive(Debug, Args)]
pub(crate) struct PipelineOptions {
    /// A configuration file (`nghisu config` prints the default).
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// The unit of all offsets.
    #[arg(long, value_enum, default_value = "codepoint")]
    pub(crate) offsets: OffsetsOption,
}

/// Show one article with its mentions and events.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  nghisu inspect corpus/text/hop-bao-thang-7.txt --explain")]
pub(crate) struct Inspect {
    /// The article.
    pub(crate) file: String,
    /// Say which rule made each mention and event.
    #[arg(long)]
    pub(crate) explain: bool,
    #[command(flatten)]
    pub(crate) reading: Reading,
    #[command(flatten)]
    pub(crate) pipeline: PipelineOptions,
}

/// Normalize text: standard input to standard output.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  nghisu normalize --fold < article.txt")]
pub(crate) struct Normalize {
    /// The encoding of the input.
    #[arg(long, value_enum, default_value = "auto")]
    pub(crate) encoding: EncodingOption,
    /// Remove diacritics (đ as d) and lower the case: the form for search.
    #[arg(long)]
    pub(crate) fold: bool,
}

/// Who or what a name means on a day.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  nghisu lookup \"Bộ TT&TT\" --at 2023-07-12")]
pub(crate) struct Lookup {
    /// The name, as written in an article.
    pub(crate) name: String,
    /// The day (default: today).
    #[arg(long, value_name = "DATE")]
    pub(crate) at: Option<String>,
}

/// The figures of many articles as one table, a row a figure.
///
/// Figures of one series stand together: sorted by series, subject, period and article. Evidence,
/// its place in the article and the confidence stand in each row.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  nghisu extract corpus/text -o out && nghisu facts out > facts.csv"
)]
pub(crate) struct Facts {
    /// Output folders of `nghisu extract`, files of events, or `-` for standard input.
    #[arg(required = true, value_name = "OUT")]
    pub(crate) inputs: Vec<PathBuf>,
    /// The form of the table.
    #[arg(long, value_enum, default_value = "csv")]
    pub(crate) format: FactsFormat,
}

/// Join the records of one meeting, or one figure, that several articles tell.
///
/// Writes one merged record a meeting or figure that is told more than once, with its sources and
/// what they disagree about. What might be two things stays two.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  nghisu extract corpus/text -o out && nghisu merge out")]
pub(crate) struct Merge {
    /// Output folders of `nghisu extract`, files of events, or `-` for standard input.
    #[arg(required = true, value_name = "OUT")]
    pub(crate) inputs: Vec<PathBuf>,
}

/// Score extracted records against gold.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  nghisu extract corpus/text -o out && nghisu eval corpus/gold out"
)]
pub(crate) struct Eval {
    /// Gold: a file or folder of JSON Lines.
    pub(crate) gold: PathBuf,
    /// What was extracted: an output folder of `nghisu extract`, or a file.
    pub(crate) predicted: PathBuf,
    /// Print the report as JSON.
    #[arg(long, conflicts_with_all = ["markdown", "errors"])]
    pub(crate) json: bool,
    /// Print the report as Markdown tables.
    #[arg(long, conflicts_with = "errors")]
    pub(crate) markdown: bool,
    /// List every miss, false alarm and wrong value.
    #[arg(long)]
    pub(crate) errors: bool,
    /// Print how often events were right by their confidence and by their rule.
    #[arg(long, conflicts_with_all = ["json", "markdown", "errors"])]
    pub(crate) confidence: bool,
}

/// Print shell completions.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  nghisu completions bash > /etc/bash_completion.d/nghisu")]
pub(crate) struct Completions {
    /// The shell.
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(crate) struct Manual {
    /// The command (default: the program with a list of its commands).
    #[arg(value_name = "COMMAND")]
    pub(crate) of: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum EmitOption {
    Events,
    Documents,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CompressOption {
    Gzip,
    Zstd,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FactsFormat {
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputFormat {
    Auto,
    Text,
    Html,
    Jsonl,
    Csv,
    Parquet,
    Warc,
    Tar,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum EncodingOption {
    Auto,
    #[value(name = "utf-8")]
    Utf8,
    #[value(name = "utf-16")]
    Utf16,
    #[value(name = "windows-1258")]
    Windows1258,
    Tcvn3,
    Vni,
    Viscii,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum OffsetsOption {
    Codepoint,
    Byte,
    Utf16,
}
