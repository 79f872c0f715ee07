//! Scores of extracted records against gold.
