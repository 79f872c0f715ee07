//! Many articles at once: bounded parallelism, ordered writing, failure records.
