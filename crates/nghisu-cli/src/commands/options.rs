//! From flags to the options of the crates below.

use crate::args::{EncodingOption, InputFormat, OffsetsOption, PipelineOptions, Reading};
use anyhow::Result;
use nghisu::{Config, OffsetUnit, Pipeline};
use nghisu_ingest::{Format, Options};
use nghisu_text::Encoding;

impl Reading {
    pub(super) fn options(&self) -> Result<Options> {
        let mut options = Options::default();
        options.format = match self.input_format {
            InputFormat::Auto => None,
            InputFormat::Text => Some(Format::Text),
            InputFormat::Html => Some(Format::Html),
            InputFormat::Jsonl => Some(Format::Json),
            InputFormat::Csv => Some(Format::Csv),
            InputFormat::Parquet => Some(Format::Parquet),
            InputFormat::Warc => Some(Format::Warc),
            InputFormat::Tar => Some(Format::Tar),
        };
        options.limit = usize::try_from(self.max_article).unwrap_or(usize::MAX);
        options.expansion = self.max_expansion;
        options.encoding = self.encoding.encoding();
        for mapping in &self.field {
            options.fields.map(mapping)?;
        }
        Ok(options)
    }
}

impl EncodingOption {
    pub(super) fn encoding(self) -> Encoding {
        match self {
            Self::Auto => Encoding::Auto,
            Self::Utf8 => Encoding::Utf8,
            Self::Utf16 => Encoding::Utf16,
            Self::Windows1258 => Encoding::Windows1258,
            Self::Tcvn3 => Encoding::Tcvn3,
            Self::Vni => Encoding::Vni,
            Self::Viscii => Encoding::Viscii,
        }
    }
}

impl PipelineOptions {
    pub(super) fn pipeline(&self) -> Result<Pipeline> {
        let mut config = match &self.config {
            Some(path) => Config::read(path)?,
            None => Config::default(),
        };
        match self.offsets {
            OffsetsOption::Codepoint => {}
            OffsetsOption::Byte => config.offsets = OffsetUnit::Byte,
            OffsetsOption::Utf16 => config.offsets = OffsetUnit::Utf16,
        }
        Ok(Pipeline::with_config(&config)?)
    }
}
