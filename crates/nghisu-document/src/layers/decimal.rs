use std::fmt;

/// An exact decimal number: `mantissa / 10^scale`, kept without trailing zeros after the point.
///
/// ```
/// use nghisu_document::layers::Decimal;
///
/// assert_eq!(Decimal::new(8935, 2).to_string(), "89.35");
/// assert_eq!(Decimal::new(115, 1).times_power_of_ten(6).unwrap().to_string(), "11500000");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    mantissa: i128,
    scale: u8,
}

impl Decimal {
    /// `mantissa / 10^scale`.
    pub fn new(mantissa: i128, scale: u8) -> Self {
        let (mut mantissa, mut scale) = (mantissa, scale);
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        Self { mantissa, scale }
    }

    /// A whole number.
    pub fn whole(value: i64) -> Self {
        Self { mantissa: i128::from(value), scale: 0 }
    }

    /// The digits, and how many of them stand after the point.
    pub fn parts(self) -> (i128, u8) {
        (self.mantissa, self.scale)
    }

    /// The value as a whole number, where it is one that fits.
    pub fn to_i64(self) -> Option<i64> {
        if self.scale == 0 { i64::try_from(self.mantissa).ok() } else { None }
    }

    /// `self × 10^power`; `None` on overflow.
    pub fn times_power_of_ten(self, power: u32) -> Option<Self> {
        let taken = power.min(u32::from(self.scale));
        let factor = 10i128.checked_pow(power - taken)?;
        Some(Self { mantissa: self.mantissa.checked_mul(factor)?, scale: self.scale - taken as u8 })
    }

    /// The exact sum; `None` on overflow.
    pub fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let left = self.mantissa.checked_mul(10i128.checked_pow(u32::from(scale - self.scale))?)?;
        let right =
            other.mantissa.checked_mul(10i128.checked_pow(u32::from(scale - other.scale))?)?;
        Some(Self::new(left.checked_add(right)?, scale))
    }

    /// The exact product; `None` on overflow.
    pub fn times(self, other: Self) -> Option<Self> {
        let scale = self.scale.checked_add(other.scale)?;
        Some(Self::new(self.mantissa.checked_mul(other.mantissa)?, scale))
    }

    /// The same number with the other sign.
    pub fn negated(self) -> Self {
        Self { mantissa: -self.mantissa, scale: self.scale }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scale == 0 {
            return write!(f, "{}", self.mantissa);
        }
        let power = 10u128.checked_pow(u32::from(self.scale)).unwrap_or(1);
        let digits = self.mantissa.unsigned_abs();
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let width = usize::from(self.scale);
        write!(f, "{sign}{}.{:0width$}", digits / power, digits % power)
    }
}
