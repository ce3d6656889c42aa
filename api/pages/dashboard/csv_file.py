"""The figures of a chart as a file for a spreadsheet."""

from api.pages.dashboard.dashboard_chart import DashboardChart
from api.pages.kit.csv_cells import csv_of


def csv_file(zh: DashboardChart, en: DashboardChart) -> bytes:
    """The table of a chart, from the chart in both languages, with a head in both."""
    heads, labels = [f"{zh.chart.head} {en.chart.head}"], [[each] for each in zh.chart.labels]
    if zh.chart.labels != en.chart.labels:
        heads = [zh.chart.head, en.chart.head]
        labels = [list(pair) for pair in zip(zh.chart.labels, en.chart.labels, strict=True)]
    units = f"（{zh.chart.unit}）", f" ({en.chart.unit})"
    heads += [
        f"{ours.title}{units[0]} {theirs.title}{units[1]}"
        for ours, theirs in zip(zh.chart.series, en.chart.series, strict=True)
    ]
    rows: list[list[str | int | float | None]] = [[*heads]]
    for n, label in enumerate(labels):
        rows.append([*label, *(each.values[n] for each in zh.chart.series)])
    return csv_of(rows)
