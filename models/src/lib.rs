//! The gazetteer, rules and weights of nghisu as embedded bytes with checked digests.
