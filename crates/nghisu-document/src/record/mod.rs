//! The output contract: every record, as serde types with their JSON Schema.
