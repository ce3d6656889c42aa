"""The charts of a whole period: channels, and the way of a document."""

from typing import Final

from api.language import Language
from api.pages.dashboard.charted import Charted
from api.pages.dashboard.dashboard_chart import DashboardChart, bars, meanings
from api.pages.kit.charts.chart import Chart, ChartKind, Series
from api.pages.kit.charts.scale import figure
from domain.case.stage import Stage
from domain.services.choices import Channel
from domain.titles import Title
from projections.throughput.definitions.all_definitions import OF_A_PERIOD
from projections.throughput.definitions.making import QUANTILES, Quantile
from projections.throughput.durations import HANDOVER, PRODUCTION, TRANSIT

_STEPS: Final = {
    "prod_time": (Title("制证", "Production"), PRODUCTION),
    "handover_time": (Title("交寄", "Hand-over"), HANDOVER),
    "transit_time": (Title("寄递", "Transit"), TRANSIT),
}


def channels(found: Charted, language: Language) -> DashboardChart:
    done = found.whole.by_kind(Stage.COMPLETED)
    ranked = sorted(done.items(), key=lambda each: -each[1])
    whole = sum(done.values())
    definition = OF_A_PERIOD["channel_share"]
    return bars(
        "channels",
        definition.title,
        Title("渠道", "Channel"),
        Title("占比", "Share"),
        definition.counts,
        [Channel(code).words for code, _ in ranked],
        [round(100 * count / whole, 1) for _, count in ranked],
        language,
        unit=Title("%", "%"),
    )


def post(found: Charted, language: Language) -> DashboardChart:
    titles = [title.text(language) for title, _ in _STEPS.values()]
    half, most = (
        [Quantile(took, QUANTILES[q]).of(found.whole) for _, took in _STEPS.values()]
        for q in ("p50", "p90")
    )
    told = (
        Title("，", ", ")
        .text(language)
        .join(
            f"{title} {'—' if n is None else figure(n)}"
            for title, n in zip(titles, most, strict=True)
        )
    )
    chart = Chart(
        kind=ChartKind.COLUMNS,
        caption=Title("制证和寄递用时", "Production and postal turnaround").text(language),
        says=Title(
            f"九成不超过（小时）：{told}。", f"Nine in ten took at most (hours): {told}."
        ).text(language),
        head=Title("环节", "Step").text(language),
        labels=titles,
        series=[
            Series(Title("中位数", "Median").text(language), half),
            Series(Title("90分位数", "9 in 10").text(language), most),
        ],
        unit=Title("小时", "hours").text(language),
    )
    return DashboardChart("post", meanings(tuple(_STEPS), language), chart)
