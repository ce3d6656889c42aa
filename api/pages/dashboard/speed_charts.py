"""The charts of quality: decided in time, how long it took, and done without a correction."""

from typing import Final

from api.language import Language
from api.pages.dashboard.charted import Charted
from api.pages.dashboard.dashboard_chart import DashboardChart, bars
from api.pages.kit.charts.chart import Chart, ChartKind, ChartLimit, Series, Value
from api.views.thresholds import THRESHOLDS
from domain.services.catalogue import EVERY_SERVICE
from domain.titles import Title, counted
from projections.throughput import measures
from projections.throughput.definitions.all_definitions import OF_A_PERIOD
from projections.throughput.definitions.making import QUANTILES, Quantile
from projections.throughput.definitions.punctuality import ON_TIME
from projections.throughput.durations import TURNAROUND
from projections.throughput.lines import Line
from projections.throughput.plain import SUBMITTED

_PERCENT: Final = Title("%", "%")
_SERVICE: Final = Title("业务", "Service")
_HOURS_OF_A_DAY: Final = 24


def on_time(found: Charted, language: Language) -> DashboardChart:
    definition, least = OF_A_PERIOD["on_time_rate"], THRESHOLDS["on_time_rate"].bad
    shares = [_percent(ON_TIME.of(line)) for line in found.days.values()]
    decided = sum(line.counts.get(measures.DECIDED, 0) for line in found.days.values())
    below = sum(share is not None and share < 100 * least for share in shares)
    says = Title(
        f"{len(shares)}日内作出决定{decided}件，有{below}日的按期办结率低于{least:.0%}。",
        f"In {counted(len(shares), 'day')}: {counted(decided, 'case')} decided; fewer than"
        f" {least:.0%} of them in time on {counted(below, 'day')}.",
    )
    chart = Chart(
        kind=ChartKind.LINES,
        caption=Title("每日按期办结率", "Decided on time, by day").text(language),
        says=says.text(language),
        head=Title("日期", "Day").text(language),
        labels=[day.isoformat() for day in found.days],
        series=[Series(definition.title.text(language), shares)],
        unit=_PERCENT.text(language),
        limit=ChartLimit(f"{least:.0%}", 100 * least),
    )
    return DashboardChart("on_time", definition.counts.text(language), chart)


def durations(found: Charted, language: Language) -> DashboardChart:
    """Of each service by itself: they differ too much for a quantile of all."""
    told = [(code, line) for code, line in _in_order(found) if line.histogram(TURNAROUND)]
    half, most = (
        [_days(Quantile(TURNAROUND, QUANTILES[q]).of(line)) for _, line in told]
        for q in ("p50", "p90")
    )
    longest = max(range(len(told)), key=lambda n: most[n] or 0, default=None)
    says = Title("暂无数据。", "There is none yet.")
    if longest is not None:
        title = EVERY_SERVICE[told[longest][0]].title
        says = Title(
            f"{title.zh}用时最长，九成不超过{most[longest]}天。",
            f"{title.en} takes longest: nine in ten took at most {most[longest]} days.",
        )
    definition = OF_A_PERIOD["turnaround"]
    chart = Chart(
        kind=ChartKind.BARS,
        caption=Title("各业务全程用时", "Turnaround by service").text(language),
        says=says.text(language),
        head=_SERVICE.text(language),
        labels=[EVERY_SERVICE[code].title.text(language) for code, _ in told],
        series=[
            Series(Title("中位数", "Median").text(language), half),
            Series(Title("90分位数", "9 in 10").text(language), most),
        ],
        unit=Title("天", "days").text(language),
    )
    return DashboardChart("durations", definition.counts.text(language), chart)


def first_pass(found: Charted, language: Language) -> DashboardChart:
    told = [
        (code, share) for code, line in _in_order(found) if (share := _passed(line)) is not None
    ]
    return bars(
        "first_pass",
        Title("各业务一次通过率", "Done without a correction, by service"),
        _SERVICE,
        Title("一次通过率", "First pass"),
        Title(
            "期内提交且已有结果的申请中，从未被要求补正的所占比例；尚未作出首次决定、也未终结的不计。",
            "Divides those of the cases submitted in the period that never had to be corrected by"
            " all of which it is known; cases not yet decided or ended are left out.",
        ),
        [EVERY_SERVICE[code].title for code, _ in told],
        [share for _, share in told],
        language,
        unit=_PERCENT,
    )


def _passed(line: Line) -> float | None:
    known = line.counts.get(SUBMITTED, 0) - line.counts.get(measures.SUBMITTED_PENDING, 0)
    corrected = line.counts.get(measures.SUBMITTED_CORRECTED, 0)
    return round(100 * (known - corrected) / known, 1) if known else None


def _in_order(found: Charted) -> list[tuple[str, Line]]:
    return [(code, found.services[code]) for code in EVERY_SERVICE if code in found.services]


def _percent(share: float | None) -> Value:
    return None if share is None else round(100 * share, 1)


def _days(hours: float | None) -> Value:
    return None if hours is None else round(hours / _HOURS_OF_A_DAY, 1)
