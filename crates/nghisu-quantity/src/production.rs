//! What the rules of the stage may ask for, read once when the stage is built.

use nghisu_document::layers::{Bound, Decimal, DurationUnit};
use nghisu_rules::Rule;

/// What is made of a rule's match.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Production {
    pub(crate) make: Make,
    pub(crate) priority: i32,
}

/// The productions of the rule files.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Make {
    /// `percent`, and `permille` with a tenth of the value.
    Percent { permille: bool },
    /// `money`, with the parameter `currency`.
    Money(&'static str),
    /// `measure`: the unit is inside the mention.
    Measure,
    /// `count`: the unit is beside the mention.
    Count,
    /// `age`
    Age,
    /// `ratio`, `ratio_over` and `fraction`
    Ratio(RatioForm),
    /// `multiplier`, with the parameter `value` where no figure is captured.
    Multiplier(Option<Decimal>),
    /// `ordinal`
    Ordinal,
    /// `duration`, with the parameters `unit`, `times`, and `one`: `một` is a number there.
    Duration { unit: DurationUnit, times: i64, one: bool },
    /// `time`
    Time,
    /// `date`, by its parameter `shape`; `day_month` is one that may be a ratio.
    Date(DateForm),
    /// `bound`, with the parameters `bound`, `approx`, and `round`: of a count it holds only where the
    /// count is round.
    Bound { bound: Option<Bound>, approx: bool, round: bool },
    /// `bound_behind`
    BoundBehind(Option<Bound>),
    /// `none`, and `none_code` for the codes of documents.
    Nothing { code: bool },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RatioForm {
    /// `19/22`: perhaps a date.
    Slash,
    /// `12 trên 15`: perhaps a place.
    Over,
    /// `hai phần ba`
    Fraction,
}

/// How the captures of a date are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateForm {
    /// Day, month, perhaps year.
    Day,
    /// Day and month in figures alone: perhaps a ratio.
    DayMonth,
    /// `19.7.2024` in one token.
    Points,
    /// `19.7` in one token.
    PointsMonth,
    /// `18-20/7`.
    Days,
    /// `15/6 - 30/9`.
    Span,
    /// Every year.
    Yearly,
    /// Every month.
    Monthly,
    /// `ngày 15`.
    OnlyDay,
    /// A month, perhaps with its year.
    Month,
    /// `6.2023` in one token.
    MonthPoint,
    /// Several months.
    Months,
    /// A quarter.
    Quarter,
    /// Several quarters.
    Quarters,
    /// The first so many months; of the parameter `months` where no figure is captured.
    FirstMonths(u8),
    /// The last so many months.
    LastMonths(u8),
    /// The first so many quarters.
    FirstQuarters,
    /// `năm 2023`.
    Year,
    /// `2030` behind a preposition.
    BareYear,
    /// `2021-2025`.
    Years,
    /// `những năm 1990`.
    Decade,
    /// `thế kỷ XXI`.
    Century,
    /// `cùng kỳ`.
    SamePeriod,
    /// `cùng ngày`.
    SameDay,
    /// `mùng 3 Tết`: a day of the lunar year.
    Lunar,
    /// `tuần trước`: the parameters `unit` and `offset`.
    Relative(RelativeUnit, i16),
    /// `5 năm qua`: the parameters `unit` and `offset`, -1 for the past.
    Stretch(RelativeUnit, i16),
    /// `đến nay`.
    Now,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RelativeUnit {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

const CURRENCIES: [&str; 11] =
    ["VND", "USD", "EUR", "CNY", "JPY", "KRW", "GBP", "THB", "RUB", "MYR", "LAK"];

impl Make {
    /// Whether it makes a stretch of days, months or years.
    pub(crate) fn is_range(self) -> bool {
        use DateForm::{Days, Months, Quarters, Span};
        matches!(self, Self::Date(Days | Span | Months | Quarters | DateForm::Years))
    }
}

impl Production {
    /// Reads what a rule asks for.
    ///
    /// # Errors
    /// What is wrong with it, for the author of the rule.
    pub(crate) fn read(rule: &Rule) -> Result<Self, String> {
        let params = rule.params();
        let make = match rule.production() {
            "percent" => Make::Percent { permille: false },
            "permille" => Make::Percent { permille: true },
            "money" => Make::Money(currency(params.text("currency"))?),
            "measure" => Make::Measure,
            "count" => Make::Count,
            "age" => Make::Age,
            "ratio" => Make::Ratio(RatioForm::Slash),
            "ratio_over" => Make::Ratio(RatioForm::Over),
            "fraction" => Make::Ratio(RatioForm::Fraction),
            "multiplier" => Make::Multiplier(params.number("value").map(tenths)),
            "ordinal" => Make::Ordinal,
            "duration" => {
                let times = params.number("times").unwrap_or(1.0);
                Make::Duration {
                    unit: duration_unit(params.text("unit"))?,
                    times: times as i64,
                    one: params.flag("one"),
                }
            }
            "time" => Make::Time,
            "day_month" => Make::Date(DateForm::DayMonth),
            "date" => Make::Date(date_form(rule)?),
            "bound" => Make::Bound {
                bound: bound(params.text("bound"))?,
                approx: params.flag("approx"),
                round: params.flag("round"),
            },
            "bound_behind" => Make::BoundBehind(bound(params.text("bound"))?),
            "none" => Make::Nothing { code: false },
            "none_code" => Make::Nothing { code: true },
            other => return Err(format!("the stage makes no {other:?}")),
        };
        Ok(Self { make, priority: rule.priority() })
    }
}

/// Rule parameters are whole numbers or halves: `1.5`.
fn tenths(value: f64) -> Decimal {
    Decimal::new((value * 10.0).round() as i128, 1)
}

fn currency(code: Option<&str>) -> Result<&'static str, String> {
    let known = CURRENCIES.iter().chain(&["INR"]);
    known.copied().find(|c| Some(*c) == code).ok_or_else(|| {
        format!("the parameter `currency` is {code:?}, and none of {}", CURRENCIES.join(", "))
    })
}

fn bound(code: Option<&str>) -> Result<Option<Bound>, String> {
    Ok(Some(match code {
        None => return Ok(None),
        Some("gt") => Bound::Above,
        Some("gte") => Bound::AtLeast,
        Some("lt") => Bound::Below,
        Some("lte") => Bound::AtMost,
        Some(other) => return Err(format!("{other:?} is no bound: gt, gte, lt or lte is")),
    }))
}

fn duration_unit(code: Option<&str>) -> Result<DurationUnit, String> {
    Ok(match code {
        Some("Y") => DurationUnit::Years,
        Some("M") => DurationUnit::Months,
        Some("W") => DurationUnit::Weeks,
        Some("D") => DurationUnit::Days,
        Some("H") => DurationUnit::Hours,
        Some("min") => DurationUnit::Minutes,
        Some("s") => DurationUnit::Seconds,
        other => return Err(format!("{other:?} is no unit: Y, M, W, D, H, min or s is")),
    })
}

fn date_form(rule: &Rule) -> Result<DateForm, String> {
    let params = rule.params();
    let relative = || {
        let unit = match params.text("unit") {
            Some("day") => RelativeUnit::Day,
            Some("week") => RelativeUnit::Week,
            Some("month") => RelativeUnit::Month,
            Some("quarter") => RelativeUnit::Quarter,
            Some("year") => RelativeUnit::Year,
            other => return Err(format!("{other:?} is no unit: day, week, month, quarter, year")),
        };
        let offset = params.number("offset").ok_or("the parameter `offset` is missing")?;
        Ok((unit, offset as i16))
    };
    let months = params.number("months").map_or(0, |n| n as u8);
    Ok(match params.text("shape") {
        Some("day") => DateForm::Day,
        Some("points") => DateForm::Points,
        Some("points_month") => DateForm::PointsMonth,
        Some("days") => DateForm::Days,
        Some("span") => DateForm::Span,
        Some("yearly") => DateForm::Yearly,
        Some("only_day") => DateForm::OnlyDay,
        Some("month") => DateForm::Month,
        Some("month_point") => DateForm::MonthPoint,
        Some("months") => DateForm::Months,
        Some("quarter") => DateForm::Quarter,
        Some("quarters") => DateForm::Quarters,
        Some("first_months") => DateForm::FirstMonths(months),
        Some("last_months") => DateForm::LastMonths(months),
        Some("first_quarters") => DateForm::FirstQuarters,
        Some("year") => DateForm::Year,
        Some("bare_year") => DateForm::BareYear,
        Some("years") => DateForm::Years,
        Some("decade") => DateForm::Decade,
        Some("century") => DateForm::Century,
        Some("same_period") => DateForm::SamePeriod,
        Some("monthly") => DateForm::Monthly,
        Some("lunar") => DateForm::Lunar,
        Some("same_day") => DateForm::SameDay,
        Some("relative") => relative().map(|(unit, offset)| DateForm::Relative(unit, offset))?,
        Some("stretch") => relative().map(|(unit, offset)| DateForm::Stretch(unit, offset))?,
        Some("now") => DateForm::Now,
        other => return Err(format!("the parameter `shape` is {other:?}, which makes no date")),
    })
}
