//! Vietnamese government news as data: the pipeline.
