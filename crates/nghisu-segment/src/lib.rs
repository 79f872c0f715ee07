//! Sections, sentences and tokens of Vietnamese news.
