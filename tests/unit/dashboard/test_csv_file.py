"""The file of a chart opens in a spreadsheet as what it is."""

import csv
from io import StringIO

import pytest

from api.pages.dashboard.csv_file import csv_file
from api.pages.dashboard.dashboard_chart import DashboardChart
from api.pages.kit.charts.chart import Chart, ChartKind, Series, Value
from api.pages.kit.csv_cells import harmless


def drawn(
    head: str, labels: list[str], unit: str, title: str, values: list[Value]
) -> DashboardChart:
    chart = Chart(
        kind=ChartKind.BARS,
        caption="",
        says="",
        head=head,
        labels=labels,
        series=[Series(title, values)],
        unit=unit,
    )
    return DashboardChart("stages", "", chart)


def rows(zh: DashboardChart, en: DashboardChart) -> list[list[str]]:
    return list(csv.reader(StringIO(csv_file(zh, en).decode("utf-8-sig"))))


def test_heads_and_labels_are_in_both_languages() -> None:
    zh = drawn("环节", ["审核中", "待领取"], "件", "在办", [3, None])
    en = drawn("Stage", ["Under review", "Ready, at last"], "cases", "In hand", [3, None])
    assert rows(zh, en) == [
        ["环节", "Stage", "在办（件） In hand (cases)"],
        ["审核中", "Under review", "3"],
        ["待领取", "Ready, at last", ""],
    ]


def test_a_label_that_is_the_same_in_both_languages_stands_once() -> None:
    zh = drawn("日期", ["2020-02-23"], "件", "申请", [1.5])
    en = drawn("Day", ["2020-02-23"], "cases", "Submitted", [1.5])
    assert rows(zh, en)[1:] == [["2020-02-23", "1.5"]]


def test_it_begins_with_the_mark_of_utf_8_and_its_lines_end_as_in_rfc_4180() -> None:
    zh = drawn("日期", ["2020-02-23"], "件", "申请", [1])
    written = csv_file(zh, zh)
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.count(b"\r\n") == written.count(b"\n") == 2


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_taken_for_a_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"
    label = drawn("环节", [cell], "件", "在办", [1])
    assert rows(label, label)[1][0] == f"'{cell}"


def test_an_ordinary_cell_stays_as_it_is() -> None:
    assert harmless("审核中") == "审核中"
