"""What a citizen sees of the way so far and of the next step."""

from datetime import UTC, date, datetime

import pytest

from domain.case.deadlines.events import ClockRestarted, DeadlineExtended
from domain.case.delivery.events import ParcelScanned, RepostRequested
from domain.case.grounds import Hold
from domain.case.intake.events import CorrectionRequested, NotAccepted
from domain.case.overlays.events import CaseTransferred, HoldReleased, HoldSet
from domain.case.production.events import CaseClosed
from domain.case.review.events import CaseHandedBack, ReviewStarted
from domain.case.vocabulary import CaseEvent
from domain.offices.transfer_reason import TransferReason
from domain.parcels.reasons import ScanStatus
from projections.tracking.row import Tracked, fold
from tests.unit.case import situations as s
from tests.unit.case.examples import NEW_ADDRESS
from tests.unit.projections.recording import CASE, folded, record

LATER = date(2020, 3, 12)


def steps(row: Tracked) -> list[str]:
    return [step.event for step in row.steps]


def test_a_case_begins_with_its_submission() -> None:
    row = folded(fold, s.UNPAID)
    assert (row.stream, row.reference) == (CASE, "0000-0000-0000-Q")
    assert (row.version, row.position) == (1, 10)
    assert steps(row) == ["CaseSubmitted"]
    assert (row.due_clock, row.due_on) == ("PAY_HOLD", date(2020, 3, 3))


def test_a_review_that_changes_hands_begins_once() -> None:
    anew = (CaseHandedBack(officer="reviewer"), ReviewStarted(reviewer="third"))
    assert steps(folded(fold, (*s.IN_REVIEW, *anew))) == steps(folded(fold, s.IN_REVIEW))


def test_the_office_s_own_steps_are_not_shown() -> None:
    row = folded(fold, s.COMPLETED)
    assert steps(row) == [
        "CaseSubmitted",
        "PaymentReceived",
        "CaseAccepted",
        "ReviewStarted",
        "CaseApproved",
        "TempPlateIssued",
        "ProductionOrdered",
        "DocumentProduced",
        "HandedToPost",
        "ParcelDelivered",
        "CaseClosed",
    ]
    assert (row.version, row.due_on) == (len(s.COMPLETED), None)


def test_a_step_that_is_not_shown_still_moves_the_row() -> None:
    row = folded(fold, s.IN_REVIEW, (LATER, s.CHECKED[-1]))
    assert row.version == len(s.IN_REVIEW) + 1
    assert row.updated_at.date() == LATER
    assert steps(row) == steps(folded(fold, s.IN_REVIEW))


def test_a_refusal_shows_its_codes_and_a_parcel_its_number() -> None:
    assert folded(fold, s.REFUSED).steps[-1].detail == "R-NOT-OWNER"
    row = folded(fold, s.IN_POST)
    assert row.item_no == row.steps[-1].item_no == s.ITEM
    assert row.steps[-1].until == date(2020, 3, 12)


def test_a_scan_shows_where_the_parcel_is() -> None:
    scan = ParcelScanned(
        status=ScanStatus.ARRIVED, place="410105", scanned_at=datetime(2020, 3, 10, tzinfo=UTC)
    )
    step = folded(fold, (*s.IN_POST, scan)).steps[-1]
    assert (step.detail, step.place) == ("arrived", "410105")


def test_several_codes_are_shown_together() -> None:
    refused = NotAccepted(
        officer="clerk",
        codes=("R-IDENTITY", "R-DUPLICATE"),
        reconsider_by=LATER,
        sue_by=LATER,
    )
    assert folded(fold, (*s.SUBMITTED, refused)).steps[-1].detail == "R-IDENTITY,R-DUPLICATE"


def test_a_new_address_takes_the_place_of_the_old() -> None:
    repost = RepostRequested(sealed=NEW_ADDRESS, destination_region="411025", hand_over_by=LATER)
    row = folded(fold, (*s.RETURNED, repost))
    assert row.sealed == {"applicant": "pii1.a", **NEW_ADDRESS}
    assert row.item_no == s.ITEM


def test_a_transferred_case_shows_its_office() -> None:
    moved = CaseTransferred(from_office=s.ZHENGZHOU, to_office=s.COUNTY, reason=TransferReason.LOAD)
    row = folded(fold, (*s.ACCEPTED, moved))
    assert row.office == s.COUNTY
    assert row.steps[-1].detail == "load"


def test_a_day_that_moved_is_shown_with_the_one_it_was() -> None:
    extended = DeadlineExtended(
        clock="RETURN_HOLD", old=date(2020, 6, 9), new=date(2020, 9, 30), relief="relief"
    )
    step = folded(fold, (*s.RETURNED, extended)).steps[-1]
    assert (step.until, step.instead_of) == (date(2020, 9, 30), date(2020, 6, 9))
    restarted = ClockRestarted(decide_by=date(2020, 4, 3), old=s.DECIDE_BY)
    step = folded(fold, (*s.IN_REVIEW, restarted)).steps[-1]
    assert (step.until, step.instead_of) == (date(2020, 4, 3), s.DECIDE_BY)


def test_a_case_at_rest_waits_for_no_day_until_it_goes_on() -> None:
    held = (*s.RETURNED, HoldSet(kind=Hold.RELIEF))
    row = folded(fold, held)
    assert (row.due_on, row.steps[-1].detail) == (None, "relief")
    row = folded(fold, (*held, HoldReleased(kind=Hold.RELIEF)))
    assert row.due_on == date(2020, 6, 9)


def test_notes_are_never_shown() -> None:
    noted = CorrectionRequested(defects=(), reply_by=LATER, note="pii1.n")
    shown = folded(fold, (*s.SUBMITTED, noted)).steps[-1]
    assert "pii1.n" not in repr(shown)


@pytest.mark.parametrize("event", [s.ACCEPTED_EVENT, CaseClosed()])
def test_a_case_whose_beginning_was_not_seen_is_not_shown(event: CaseEvent) -> None:
    assert fold(None, [record(event, 2, LATER)]) is None
