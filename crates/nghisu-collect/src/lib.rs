//! Across articles: facts as a table, merged events.
