"""The charts of the days: what came in and went out, and what was in hand."""

from collections.abc import Sequence

from api.language import Language
from api.pages.dashboard.charted import Charted
from api.pages.dashboard.dashboard_chart import CASES, DashboardChart, meanings
from api.pages.kit.charts.chart import Chart, ChartKind, Series, Value
from api.pages.kit.period import SINCE
from domain.case.stage import Stage
from domain.titles import Title, counted
from projections.throughput.definitions.all_definitions import OF_A_PERIOD
from projections.throughput.definitions.channels import ONLINE_TOTAL
from projections.throughput.plain import SUBMITTED


def flow(found: Charted, language: Language) -> DashboardChart:
    came = [line.counts.get(SUBMITTED, 0) for line in found.days.values()]
    done = [line.counts.get(Stage.COMPLETED, 0) for line in found.days.values()]
    says = Title(
        f"{len(came)}日内申请{sum(came)}件，办结{sum(done)}件。",
        f"In {counted(len(came), 'day')}: {counted(sum(came), 'case')} submitted, "
        f"{sum(done):,} completed.",
    )
    titles = (OF_A_PERIOD[code].title for code in ("n_submitted", "n_completed"))
    return _of_days(
        found,
        language,
        "flow",
        Title("每日申请和办结", "Submitted and completed by day"),
        says,
        meanings(("n_submitted", "n_completed"), language),
        [Series(t.text(language), values) for t, values in zip(titles, (came, done), strict=True)],
    )


def backlog(found: Charted, language: Language) -> DashboardChart:
    after = [line.in_hand for line in found.days.values()]
    says = Title(
        f"{len(after)}日内在办由{after[0]}件变为{after[-1]}件。",
        f"In {counted(len(after), 'day')} what is in hand went from {after[0]:,} to {after[-1]:,}.",
    )
    return _of_days(
        found,
        language,
        "backlog",
        Title("每日期末在办", "In hand at the end of each day"),
        says,
        meanings(("backlog",), language),
        [Series(OF_A_PERIOD["backlog"].title.text(language), after)],
    )


def online(found: Charted, language: Language) -> DashboardChart:
    """What was accepted since 3 February, up to each day: the line that the province announces."""
    definition, so_far = OF_A_PERIOD["online_total_since"], found.online
    counts: list[Value] = []
    for day, line in reversed(found.days.items()):
        counts.insert(0, so_far if day >= SINCE else None)
        so_far -= ONLINE_TOTAL.of(line)
    says = Title(
        f"2月3日以来在线办理已受理{found.online}件。",
        f"Accepted online since 3 February: {counted(found.online, 'case')}.",
    )
    return _of_days(
        found,
        language,
        "online",
        Title("2月3日以来在线办理累计", "Online in total since 3 February"),
        says,
        definition.counts.text(language),
        [Series(definition.title.text(language), counts)],
    )


def _of_days(
    found: Charted,
    language: Language,
    name: str,
    caption: Title,
    says: Title,
    meaning: str,
    series: Sequence[Series],
) -> DashboardChart:
    chart = Chart(
        kind=ChartKind.LINES,
        caption=caption.text(language),
        says=says.text(language),
        head=Title("日期", "Day").text(language),
        labels=[day.isoformat() for day in found.days],
        series=series,
        unit=CASES.text(language),
    )
    return DashboardChart(name, meaning, chart)
