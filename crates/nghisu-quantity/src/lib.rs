//! Numbers, percentages, ratios, money, dates and durations in Vietnamese.
