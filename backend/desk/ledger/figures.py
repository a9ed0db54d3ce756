"""Counted things made fit for a chart. Pure."""

Bars = list[tuple[str, int]]

MONTHS_MOST = 24
BARS_MOST = 12
REST = "其余"


def by_span(months: Bars) -> Bars:
    """Months ("2026-11", in order) with the empty ones between them; more than two years of them by year."""
    if not months:
        return []
    counted = dict(months)
    named = _between(months[0][0], months[-1][0])
    if len(named) <= MONTHS_MOST:
        return [(name, counted.get(name, 0)) for name in named]
    years = range(int(named[0][:4]), int(named[-1][:4]) + 1)
    return [(f"{year}年", sum(each for name, each in months if name.startswith(str(year)))) for year in years]


def longest(bars: Bars) -> Bars:
    """The longest as they come, and one bar for all the rest."""
    if len(bars) <= BARS_MOST:
        return bars
    kept = bars[: BARS_MOST - 1]
    return [*kept, (f"{REST}{len(bars) - len(kept)}种", sum(each for _, each in bars[BARS_MOST - 1 :]))]


def _between(first: str, last: str) -> list[str]:
    begin, end = (int(name[:4]) * 12 + int(name[5:]) - 1 for name in (first, last))
    return [f"{at // 12}-{at % 12 + 1:02d}" for at in range(begin, end + 1)]
