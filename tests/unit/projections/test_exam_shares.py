"""What came of an examination counts on the day of the record, and for ever."""

import pytest

from domain.message import Event
from projections.throughput import measures
from projections.throughput.contribution import contribution
from projections.throughput.definitions.all_definitions import DEFINITIONS
from projections.throughput.fold import fold
from projections.throughput.lines import Line
from tests.unit.case.exam_situations import DAY
from tests.unit.projections.examinations import ABSENT, EPIDEMIC, FAILED, OWN, PASSED, history

EXAMS = {*measures.EXAM_CALLED, measures.EXAM_CANCELLED_EPIDEMIC}


def counted(end: Event) -> dict[str, int]:
    row = fold(None, history(end))
    assert row
    found = {key: n for key, n in contribution(row).items() if key[-1] in EXAMS}
    assert {key[0] for key in found} <= {DAY}
    return {key[-1]: n for key, n in found.items()}


@pytest.mark.parametrize(
    ("end", "measure"),
    [
        (PASSED, measures.EXAM_PASSED),
        (FAILED, measures.EXAM_FAILED),
        (ABSENT, measures.EXAM_ABSENT),
        (EPIDEMIC, measures.EXAM_CANCELLED_EPIDEMIC),
    ],
)
def test_each_end_of_a_booking_counts_once_as_itself(end: Event, measure: str) -> None:
    assert counted(end) == {measure: 1}


def test_a_place_that_is_given_up_for_reasons_of_his_own_is_no_examination() -> None:
    assert counted(OWN) == {}


def test_the_shares_are_of_all_who_were_called_and_the_epidemic_calls_nobody() -> None:
    line = Line({})
    for end, times in ((PASSED, 6), (FAILED, 3), (ABSENT, 1), (EPIDEMIC, 40)):
        for measure, n in counted(end).items():
            line.add(measure, n * times)
    told = {each.code: each.of(line) for each in DEFINITIONS}
    assert (told["exam_pass_rate"], told["exam_absence_rate"]) == (0.6, 0.1)
    assert told["exam_cancel_epidemic"] == 40
