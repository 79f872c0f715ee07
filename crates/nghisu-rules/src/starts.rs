use nghisu_document::layers::Mention;

/// Candidates or mentions found by their first token in constant time.
#[derive(Debug, Default)]
pub(crate) struct Starts {
    all: Vec<Start>,
    /// `first[t]..first[t + 1]` of `all` begin at token `t`.
    first: Vec<u32>,
}

/// Where one begins, where it ends, what it is, and its place in its layer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Start {
    token: u32,
    pub(crate) end: u32,
    pub(crate) kind: u8,
    pub(crate) index: u32,
}

impl Starts {
    pub(crate) fn clear(&mut self) {
        self.all.clear();
        self.first.clear();
    }

    /// Indexes the mentions whose kind is one of the bits `kinds`.
    pub(crate) fn fill(&mut self, mentions: &[Mention], tokens: u32, kinds: u16) {
        self.clear();
        for (mention, index) in mentions.iter().zip(0..) {
            let kind = mention.data.kind() as u8;
            let (token, end) = (mention.tokens.start, mention.tokens.end);
            if kinds >> kind & 1 == 1 && token < end && end <= tokens {
                self.all.push(Start { token, end, kind, index });
            }
        }
        // Longest first; among equals the earlier in the layer.
        self.all.sort_unstable_by_key(|s| (s.token, std::cmp::Reverse(s.end), s.index));
        for (start, nth) in self.all.iter().zip(0u32..) {
            while self.first.len() <= start.token as usize {
                self.first.push(nth);
            }
        }
    }

    /// Those that begin at a token, longest first.
    pub(crate) fn at(&self, token: u32) -> &[Start] {
        let Some(&from) = self.first.get(token as usize) else { return &[] };
        let to = self.first.get(token as usize + 1).map_or(self.all.len(), |&t| t as usize);
        self.all.get(from as usize..to).unwrap_or_default()
    }
}
