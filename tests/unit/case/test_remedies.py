"""Against every decision there is a remedy, with its last day and the organ by its name."""

from datetime import date

import pytest

from domain.case.remedies.organs import organs_of
from domain.case.remedies.remedy import RemedyKind, after_reconsideration, remedies
from domain.offices.tree import OFFICES
from tests.unit.case.situations import BRANCH, COUNTY, ZHENGZHOU

DAY, LATER = date(2020, 5, 4), date(2020, 9, 5)


@pytest.mark.parametrize(
    ("office", "government", "superior"),
    [
        (ZHENGZHOU, "郑州市人民政府", "河南省公安厅"),
        (BRANCH, "郑州市人民政府", "河南省公安厅"),
        ("410100.noc", "郑州市人民政府", "河南省公安厅"),
        (COUNTY, "中牟县人民政府", "郑州市公安局"),
        ("419001", "济源市人民政府", "河南省公安厅"),
        ("41", "河南省人民政府", "公安部"),
    ],
)
def test_the_government_of_its_level_or_the_superior_police_organ_looks_again(
    office: str, government: str, superior: str
) -> None:
    organs = organs_of(office)
    assert (organs.government.zh, organs.superior.zh) == (government, superior)


def test_every_office_has_its_organs_in_both_languages() -> None:
    for office in OFFICES:
        for organ in organs_of(office):
            assert organ.zh.isprintable()
            assert organ.en.isascii()


def test_reconsideration_and_lawsuit_are_told_with_their_last_days() -> None:
    first, second = remedies(ZHENGZHOU, DAY, LATER)
    assert (first.kind, first.by) == (RemedyKind.RECONSIDERATION, DAY)
    assert (second.kind, second.by) == (RemedyKind.LAWSUIT, LATER)
    assert first.law.citation("zh") == "《行政复议法》第九条"
    assert second.law.citation("zh") == "《行政诉讼法》第四十六条"


def test_what_was_decided_before_the_days_were_stored_has_its_terms_in_words() -> None:
    first, second = remedies(ZHENGZHOU, None, None)
    assert "60日内" in first.sentence.zh
    assert "6个月内" in second.sentence.zh
    assert "{by}" not in first.sentence.zh + second.sentence.zh


def test_after_a_reconsideration_there_is_the_lawsuit_alone() -> None:
    (only,) = after_reconsideration(COUNTY, DAY)
    assert (only.kind, only.by) == (RemedyKind.LAWSUIT, DAY)
    assert only.organs[0].zh == "中牟县有管辖权的基层人民法院"
