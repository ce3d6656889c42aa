"""A chart of the dashboard with its name and its definition."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from api.language import Language
from api.pages.kit.charts.chart import Chart, ChartKind, Series, Value
from api.pages.kit.charts.scale import figure
from domain.titles import Title
from projections.throughput.definitions.all_definitions import OF_A_PERIOD

CASES: Final = Title("件", "cases")


class DashboardChart(NamedTuple):
    """A chart. ``name`` is that of its file, and ``meaning`` defines what it shows.

    ``now``: it shows how things stand, and not what happened in a period.
    """

    name: str
    meaning: str
    chart: Chart
    now: bool = False


def bars(
    name: str,
    caption: Title,
    head: Title,
    title: Title,
    meaning: Title,
    titles: Sequence[Title],
    values: Sequence[Value],
    language: Language,
    *,
    unit: Title = CASES,
    now: bool = False,
) -> DashboardChart:
    """Bars that lie; the sentence names the longest."""
    labels = [each.text(language) for each in titles]
    most = max(range(len(values)), key=lambda n: values[n] or 0, default=None)
    says = Title("暂无数据。", "There is none yet.").text(language)
    if most is not None:
        says = f"{labels[most]} {_amount(values[most] or 0, unit, language)}"
    chart = Chart(
        kind=ChartKind.BARS,
        caption=caption.text(language),
        says=says,
        head=head.text(language),
        labels=labels,
        series=[Series(title.text(language), values)],
        unit=unit.text(language),
    )
    return DashboardChart(name, meaning.text(language), chart, now)


def _amount(value: float, unit: Title, language: Language) -> str:
    if unit is CASES and value == 1:
        return Title("1 件", "1 case").text(language)
    return f"{figure(value)} {unit.text(language)}"


def meanings(codes: Sequence[str], language: Language) -> str:
    """The definitions of several figures, each after its title."""
    colon, apart = Title("：", ": ").text(language), Title("", " ").text(language)
    told = (OF_A_PERIOD[code] for code in codes)
    return apart.join(
        f"{each.title.text(language)}{colon}{each.counts.text(language)}" for each in told
    )
