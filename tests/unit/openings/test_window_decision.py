"""A decision about windows is told by its kind and by what it is about."""

from collections.abc import Iterator
from datetime import date

import pytest

from api.views.window_decision import decision_view
from cheguan.town.openings import decided
from domain.prefectures.events import PrefectureClassified
from domain.prefectures.prefecture import PREFECTURE


def said(region: str) -> Iterator[tuple[str, str]]:
    prefecture = decided()[region]
    for source in prefecture.about_windows():
        what = decision_view(source, prefecture)["what"]
        yield what.zh, what.en


@pytest.mark.parametrize(
    ("region", "zh", "en"),
    [
        ("410300", "暂停窗口业务", "Window business suspended"),
        (
            "410300",
            "进入恢复步骤（第一步：车管所业务窗口）",
            "Step of reopening taken (step 1: vehicle-office windows)",
        ),
        (
            "410300",
            "县级车管所恢复业务（孟津县车辆管理所）",
            "County office reopened (Mengjin County vehicle office)",
        ),
        (
            "411300",
            "决定恢复部分窗口业务（南阳市车辆管理所）",
            "Windows opened locally (Nanyang vehicle office)",
        ),
        (
            "411300",
            "决定恢复部分窗口业务（南阳市车辆管理所等 5 处）",
            "Windows opened locally (Nanyang vehicle office and 4 more)",
        ),
    ],
)
def test_what_was_decided_is_told_with_what_it_is_about(region: str, zh: str, en: str) -> None:
    assert (zh, en) in set(said(region))


@pytest.mark.requirement("R02")
def test_the_headquarters_are_named_where_the_class_closes_the_windows() -> None:
    classified = PrefectureClassified(
        region="410100", region_class=1, effective_on=date(2020, 2, 23), body="41"
    )
    prefecture = PREFECTURE.fold((classified,))
    (source,) = prefecture.about_windows()
    view = decision_view(source, prefecture)
    assert view["what"].zh == "列为交通管控一类地区"
    assert view["body_title"] is not None
    assert view["body_title"].zh == "河南省公安厅交警总队"


def test_a_body_that_nobody_named_has_no_title() -> None:
    prefecture = PREFECTURE.fold((PrefectureClassified(region="410100", region_class=1),))
    source = prefecture.classes[0].source
    view = decision_view(source, prefecture)
    assert (view["body"], view["body_title"], view["document_no"]) == ("", None, "")
