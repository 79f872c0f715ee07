//! Readers of articles: text, HTML main text, JSONL, compressed or not.
