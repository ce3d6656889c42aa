"""What is in hand, until when, and what runs by itself."""

from datetime import date, timedelta

from domain.case.deadlines.events import ClockStopped
from domain.case.grounds import GreenKind, StopReason
from domain.case.overlays.events import CaseTransferred, GreenChannelGranted
from domain.offices.transfer_reason import TransferReason
from projections.caseload.row import InHand, fold, kept
from tests.kit.histories import PLOTS
from tests.kit.life import MORNING, recorded
from tests.unit.case import situations as s
from tests.unit.case.given import given
from tests.unit.case.test_reopening import REOPENED
from tests.unit.projections.recording import folded, record


def due(row: InHand) -> tuple[str | None, date | None]:
    return row.due_clock, row.due_on


def test_a_case_comes_into_hand_with_its_owner_and_its_indexes() -> None:
    row = folded(fold, s.UNPAID)
    assert row.owner == "applicant:citizen"
    assert (row.office, row.open, row.green) == (s.ZHENGZHOU, True, False)
    assert row.id_no_index == s.UNPAID[0].id_no_index
    assert row.plate_index == s.UNPAID[0].plate_index


def test_the_row_holds_the_case_without_what_was_submitted() -> None:
    for history in (s.UNPAID, s.CHECKED, s.RETURNED, s.COMPLETED, s.DEFERRED):
        assert folded(fold, history).state == kept(given(history).case)


def test_a_case_is_due_by_its_deadline_or_by_its_clock() -> None:
    assert due(folded(fold, s.SUBMITTED)) == ("ACCEPT_1", date(2020, 3, 3))
    assert due(folded(fold, s.IN_REVIEW)) == ("DECIDE", s.DECIDE_BY)
    assert due(folded(fold, s.APPROVED)) == ("DELIVER_10", date(2020, 3, 19))
    assert due(folded(fold, s.COMPLETED)) == (None, None)
    at_rest = ClockStopped(reason=StopReason.RELIEF, days_left=3)
    assert due(folded(fold, (*s.IN_REVIEW, at_rest))) == (None, None)


def test_an_unpaid_case_is_due_on_the_day_its_hour_falls_on() -> None:
    assert due(folded(fold, s.UNPAID)) == ("PAY_HOLD", s.SUBMITTED_ON + timedelta(days=1))


def test_an_ended_case_is_out_of_hand_and_a_reopened_one_in_it() -> None:
    assert not folded(fold, s.REFUSED).open
    assert folded(fold, REOPENED).open
    assert folded(fold, REOPENED).reviewer is None


def test_order_and_office_follow_the_case_and_its_reviewer_stays_behind() -> None:
    moved = CaseTransferred(from_office=s.ZHENGZHOU, to_office=s.COUNTY, reason=TransferReason.LOAD)
    green = GreenChannelGranted(kind=GreenKind.AMBULANCE)
    row = folded(fold, (*s.IN_REVIEW, moved, green))
    assert (row.office, row.green, row.reviewer) == (s.COUNTY, True, None)


def test_a_case_whose_beginning_was_not_seen_is_not_in_hand() -> None:
    assert fold(None, [record(s.ACCEPTED_EVENT, 2, s.ACCEPTED_ON)]) is None


def test_every_plot_is_in_hand_exactly_while_it_is_open() -> None:
    for number, plot in enumerate(PLOTS, start=1):
        life = plot(number, MORNING)
        row = None
        for event in recorded([life]):
            row = fold(row, [event])
        assert row is not None
        assert row.state == kept(life.state)
