"""A deadline that does not run is told so, and not by a day that is missing."""

from datetime import date

import pytest

from api.language import Language
from api.pages.kit.history.event_values import field_rows
from api.views.relief_text import relief_text
from domain.case.case import CASE
from domain.case.deadlines.events import DeadlineExtended
from domain.clocks.clock import Clock
from domain.reliefs.kind import ReliefBody, ReliefMode
from domain.reliefs.state import StandingRelief

OPEN = DeadlineExtended(clock="CORRECTION_REPLY", old=date(2020, 3, 2), new=None, relief="relief-1")
RELIEF = StandingRelief(
    relief="relief-1",
    mode=ReliefMode.SUSPEND,
    clocks=(Clock.CORRECTION_REPLY,),
    announced_on=date(2020, 2, 3),
    first=date(2020, 2, 3),
    body=ReliefBody.HEADQUARTERS,
    document_no="豫公交〔2020〕1号",
    text="补正期限中止计算。",
)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh", "中止计算，恢复计算的时间另行公布"),
        ("en", "none: the term does not run until further notice"),
    ],
)
def test_the_history_says_that_the_term_does_not_run(language: Language, told: str) -> None:
    assert told in [text for _, text in field_rows(OPEN, CASE.words, language)]


@pytest.mark.parametrize(
    ("language", "told"), [("zh", "已由其后公布的措施替代"), ("en", "replaced by a later one")]
)
def test_a_relief_that_was_replaced_is_named_with_its_number(language: Language, told: str) -> None:
    text = relief_text(OPEN.old, None, RELIEF, language, replaced=True)
    assert told in text
    assert RELIEF.document_no in text
    assert told not in relief_text(OPEN.old, None, RELIEF, language)
