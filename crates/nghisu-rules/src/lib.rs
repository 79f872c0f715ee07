//! Token-pattern rules as data, compiled together, testing themselves.
