//! The document of nghisu: layers over normalized text, and the records that come of them.
