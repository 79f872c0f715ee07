//! What Vietnamese text is: decoding, normalization with alignment to the original, folding, syllables.
