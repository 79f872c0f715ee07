//! Meetings, statistics, statements, directives, legal acts: what an article says was done.
