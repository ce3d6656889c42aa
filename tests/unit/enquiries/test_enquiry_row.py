"""What a question counts, on which day, and that it does not matter how often it is folded."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest

from domain.enquiries.kind import CallBackResult, Satisfaction
from domain.enquiries.stage import EnquiryStage
from domain.message import Event
from projections.engine.log_reader import Read
from projections.enquiries.row import EnquiryRow, contribution, fold
from tests.kit.questions import (
    ASKED,
    EXPLAINED,
    GIVEN,
    MISSED,
    PASSED_ON,
    PROMISED,
    SOLVED,
    answered,
    called_back,
    rated,
    read,
)


def row(*told: Event) -> EnquiryRow:
    found = fold(None, read(*told))
    assert found is not None
    return found


def figures(*told: Event) -> Counter[tuple[int, str]]:
    """By day of February and by what is counted."""
    counted = contribution(row(*told))
    return Counter({(day.day, what): value for (day, _, what), value in counted.items()})


def test_a_question_that_is_explained_counts_as_answered_at_once_and_in_time() -> None:
    assert figures(ASKED, GIVEN, EXPLAINED) == {
        (24, "enquiry_received"): 1,
        (24, "enquiry_received:page"): 1,
        (24, "enquiry_handled"): 1,
        (26, "enquiry_answered"): 1,
        (26, "enquiry_answered_unrated"): 1,
        (26, "enquiry_answered_at_once"): 1,
        (26, "enquiry_answered_in_time"): 1,
    }


def test_as_long_as_nobody_has_it_in_hand_it_counts_as_without_a_handler() -> None:
    assert figures(ASKED)[24, "enquiry_unhandled"] == 1
    assert figures(ASKED, GIVEN)[24, "enquiry_unhandled"] == 0


def test_a_late_answer_and_one_after_a_transfer_are_counted_so() -> None:
    late = figures(ASKED, GIVEN, MISSED, PASSED_ON, answered(EnquiryStage.ANSWERED))
    assert (late[28, "enquiry_answered"], late[28, "enquiry_passed_on"]) == (1, 1)
    assert late[28, "enquiry_answered_in_time"] == 0


def test_a_hard_problem_is_open_until_it_is_solved_and_stays_on_its_day() -> None:
    assert figures(ASKED, PROMISED)[25, "enquiry_hard_unsolved"] == 1
    solved = figures(ASKED, PROMISED, SOLVED)
    assert solved[25, "enquiry_hard_unsolved"] == 0
    assert (solved[25, "enquiry_hard"], solved[25, "enquiry_hard_solved"]) == (1, 1)


@pytest.mark.parametrize(
    ("satisfaction", "good", "bad"),
    [(Satisfaction.VERY_GOOD, 1, 0), (Satisfaction.FAIR, 0, 0), (Satisfaction.BAD, 0, 1)],
)
def test_a_rating_counts_on_its_day_and_the_answer_as_rated(
    satisfaction: Satisfaction, good: int, bad: int
) -> None:
    found = figures(ASKED, EXPLAINED, rated(satisfaction))
    assert (found[26, "enquiry_rated"], found[26, "enquiry_rated_good"]) == (1, good)
    assert found[26, "enquiry_rated_bad"] == found[26, "enquiry_not_called_back"] == bad
    assert found[25, "enquiry_answered_rated"] == 1


def test_a_bad_rating_is_open_until_somebody_was_reached() -> None:
    bad = rated(Satisfaction.BAD)
    tried = figures(ASKED, EXPLAINED, bad, called_back(CallBackResult.NOT_REACHED))
    assert tried[26, "enquiry_not_called_back"] == 1
    reached = figures(ASKED, EXPLAINED, bad, called_back(CallBackResult.MENDED))
    assert reached[26, "enquiry_called_back"] == 1
    assert reached[26, "enquiry_not_called_back"] == 0


def test_the_row_says_what_is_owed_first_and_whether_something_is_late() -> None:
    open_one = row(ASKED)
    assert (open_one.owed_clock, open_one.owed_by) == ("enquiry_answer", date(2020, 2, 25))
    assert (row(ASKED, MISSED).late, row(ASKED, MISSED).owed_by) == (True, date(2020, 2, 25))
    assert row(ASKED, EXPLAINED).owed_by is None
    assert row(ASKED, PROMISED).owed_clock == "enquiry_follow_up"


def test_two_runs_make_the_row_of_both_together() -> None:
    told = read(ASKED, GIVEN, PASSED_ON, PROMISED, SOLVED)

    def in_parts(*parts: Sequence[Read]) -> EnquiryRow | None:
        found: EnquiryRow | None = None
        for part in parts:
            found = fold(found, part)
        return found

    whole = fold(None, told)
    assert all(in_parts(told[:cut], told[cut:]) == whole for cut in range(len(told) + 1))
