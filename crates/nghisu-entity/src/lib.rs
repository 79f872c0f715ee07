//! Persons, roles, organizations, places and legal documents in Vietnamese government news.
