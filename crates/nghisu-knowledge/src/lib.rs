//! Who and what a name means on a day: the gazetteer of nghisu.
