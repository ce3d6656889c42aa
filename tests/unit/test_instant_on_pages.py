"""An instant that stands in a form is shown as people write it, by the clock of the office."""

from datetime import UTC, datetime

import pytest

from api.language import Language
from api.pages.desk.case_sheet import part_rows
from api.pages.kit import formats
from api.pages.kit.history.event_values import value_text
from api.pages.kit.questionnaire.answer_text import answer_text
from api.pages.kit.questionnaire.questions import questions_of
from domain.case.case import CASE
from domain.services.catalogue import CATALOGUE
from tests.kit.filled_in import TODAY, filled

PATH = "violation.occurred_at"


@pytest.mark.parametrize(
    ("written", "language", "told"),
    [
        ("2020-05-25T08:10:00+08:00", "zh", ("违法时间", "2020年5月25日 08:10")),
        ("2020-05-24T23:30:00Z", "zh", ("违法时间", "2020年5月25日 07:30")),
        ("2020-05-25T08:10:00.5+08:00", "en", ("when it happened", "25 May 2020, 08:10")),
        ("2020-05-25T08:10", "zh", ("违法时间", "2020-05-25T08:10")),
    ],
)
def test_an_officer_reads_an_instant_of_the_form(
    written: str, language: Language, told: tuple[str, str]
) -> None:
    assert part_rows("violation", {"occurred_at": written}, language) == [told]


def test_whoever_checks_his_answers_reads_it_too_and_a_time_that_cannot_be_as_he_wrote_it() -> None:
    service = CATALOGUE["violation_handling"]
    body = service.example(TODAY)
    question = next(each for each in questions_of(service.form) if each.path == PATH)
    body["violation"]["occurred_at"] = f"{TODAY}T08:05:00+08:00"
    assert answer_text(filled(service, body), question, "zh").endswith("日 08:05")
    body["violation"]["occurred_at"] = f"{TODAY}T25:05:00+08:00"
    assert answer_text(filled(service, body), question, "zh") == f"{TODAY}T25:05:00+08:00"


@pytest.mark.parametrize(
    ("at", "language", "told"),
    [
        (datetime(2020, 3, 2, 16, tzinfo=UTC), "zh", "2020年3月2日24时"),
        (datetime(2020, 3, 2, 16, tzinfo=UTC), "en", "2 Mar 2020, 24:00"),
        (datetime(2020, 3, 2, 16, 1, tzinfo=UTC), "zh", "2020年3月3日 00:01"),
        (datetime(2020, 3, 2, 1, 30, tzinfo=UTC), "zh", "2020年3月2日 09:30"),
    ],
)
def test_a_time_that_ends_with_a_day_ends_at_its_24_o_clock(
    at: datetime, language: Language, told: str
) -> None:
    assert formats.deadline(at, language).striptags() == told
    for name in ("pay_by", "offered_until", "new"):
        assert value_text(name, at, CASE.words, language) == told


def test_what_happens_at_midnight_is_no_end_of_a_time() -> None:
    at = datetime(2020, 3, 2, 16, tzinfo=UTC)
    assert value_text("scanned_at", at, CASE.words, "zh").startswith("2020年3月3日 00:00")
