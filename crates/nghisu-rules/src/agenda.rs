/// The rules to try at one token: a bit a rule, so that they come in order and each once.
#[derive(Debug, Default)]
pub(crate) struct Agenda {
    bits: Vec<u64>,
    /// Those of them that may go on with what follows.
    kept: Vec<u64>,
    /// For each rule one after the last token at which it may be tried.
    until: Vec<u32>,
}

impl Agenda {
    /// Empties it, for a stage whose rules may be tried up to `until`.
    pub(crate) fn reset(&mut self, until: impl Iterator<Item = u32>) {
        self.until.clear();
        self.until.extend(until);
        self.bits.clear();
        self.bits.resize(self.until.len().div_ceil(64), 0);
    }

    /// Lets the rules be tried up to a token, that one included.
    pub(crate) fn allow(&mut self, rules: &[u16], token: u32) {
        for &rule in rules {
            if let Some(until) = self.until.get_mut(usize::from(rule)) {
                *until = (*until).max(token + 1);
            }
        }
    }

    /// Whether one of the rules may be tried at a token.
    pub(crate) fn allows_any(&self, rules: &[u16], token: u32) -> bool {
        rules.iter().any(|&rule| self.may(rule, token))
    }

    fn may(&self, rule: u16, token: u32) -> bool {
        self.until.get(usize::from(rule)).is_some_and(|&until| until > token)
    }

    /// Adds those of the rules that may be tried at a token.
    pub(crate) fn add(&mut self, rules: &[u16], token: u32) {
        for &rule in rules {
            if self.may(rule, token)
                && let Some(bits) = self.bits.get_mut(usize::from(rule / 64))
            {
                *bits |= 1 << (rule % 64);
            }
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.bits.iter().all(|&bits| bits == 0)
    }

    /// Keeps for now these rules only, a bit a rule.
    pub(crate) fn keep_only(&mut self, rules: &[u64]) {
        self.kept.clear();
        self.kept.extend_from_slice(rules);
    }

    /// Keeps these rules too.
    pub(crate) fn keep(&mut self, rules: &[u16]) {
        for &rule in rules {
            if let Some(bits) = self.kept.get_mut(usize::from(rule / 64)) {
                *bits |= 1 << (rule % 64);
            }
        }
    }

    /// Drops the rules that were not kept.
    pub(crate) fn drop_others(&mut self) {
        for (bits, kept) in self.bits.iter_mut().zip(&self.kept) {
            *bits &= kept;
        }
    }

    /// Takes all rules out, in order.
    pub(crate) fn drain(&mut self, mut each: impl FnMut(u16)) {
        for (bits, base) in self.bits.iter_mut().zip((0u16..).step_by(64)) {
            let mut left = std::mem::take(bits);
            while left != 0 {
                each(base + left.trailing_zeros() as u16);
                left &= left - 1;
            }
        }
    }
}
