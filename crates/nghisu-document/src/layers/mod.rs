//! What the stages of the pipeline read and write.
