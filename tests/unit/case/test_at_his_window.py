"""An officer acts for whoever applied at a window, and for nobody who applied online."""

import dataclasses
from datetime import date

import msgspec
import pytest
from msgspec.structs import replace

from domain.case.at_his_window import AppliedOnline
from domain.case.case import CASE
from domain.case.delivery.commands import ChangeToPickup, ChangeToPost, RequestRepost
from domain.case.delivery.events import ChangedToPickup, ChangedToPost, RepostRequested
from domain.case.intake.commands import SupplyCorrection
from domain.case.intake.events import CaseSubmitted, CorrectionRequested, CorrectionSupplied
from domain.case.overlays.commands import WithdrawCase
from domain.case.overlays.events import CaseWithdrawn, WithdrawalRequested
from domain.case.remedies.commands import FileReconsideration
from domain.case.remedies.events import ReconsiderationFiled
from domain.case.vocabulary import CaseEvent
from domain.conflict import ConflictOfInterest
from domain.message import Command, Event
from domain.people import Actor
from tests.unit.case import situations as s
from tests.unit.case.examples import DEFECT, NEW_ADDRESS
from tests.unit.case.given import circumstances, given, morning

ON = date(2020, 3, 16)
TO_CORRECT = (
    *s.SUBMITTED,
    CorrectionRequested(defects=(DEFECT,), reply_by=date(2020, 3, 24)),
)
ACTS = [
    (s.SUBMITTED, WithdrawCase(), CaseWithdrawn),
    (s.ACCEPTED, WithdrawCase(), WithdrawalRequested),
    (TO_CORRECT, SupplyCorrection(papers=s.PAPERS), CorrectionSupplied),
    (
        s.READY_FOR_PICKUP,
        ChangeToPost(sealed=NEW_ADDRESS, destination_region="410105"),
        ChangedToPost,
    ),
    (s.RETURNED, ChangeToPickup(office=s.COUNTY), ChangedToPickup),
    (s.RETURNED, RequestRepost(sealed=NEW_ADDRESS, destination_region="410105"), RepostRequested),
    (s.REFUSED, FileReconsideration(), ReconsiderationFiled),
]


def at_a_window(history: tuple[CaseEvent, ...]) -> tuple[CaseEvent, ...]:
    """The same history, of a case that an officer took in."""
    return tuple(
        replace(event, taken_in_by=s.CLERK.person) if isinstance(event, CaseSubmitted) else event
        for event in history
    )


def taken_in_by(event: Event) -> object:
    return msgspec.structs.asdict(event)["taken_in_by"]


@pytest.mark.parametrize(("history", "command", "event"), ACTS)
@pytest.mark.parametrize("by", [s.CLERK, s.THIRD, s.LEADER])
def test_an_officer_enters_it_for_whoever_applied_at_a_window(
    history: tuple[CaseEvent, ...], command: Command, event: type[CaseEvent], by: Actor
) -> None:
    first = given(*at_a_window(history)).when(command, by=by, on=ON).decided[0]
    assert isinstance(first, event)
    assert taken_in_by(first) == by.person


@pytest.mark.parametrize(("history", "command", "event"), ACTS)
def test_whoever_applied_online_does_it_himself(
    history: tuple[CaseEvent, ...], command: Command, event: type[CaseEvent]
) -> None:
    case = given(*history)
    case.when(command, by=s.CLERK, on=ON).then_refused(AppliedOnline)
    first = case.when(command, by=s.CITIZEN, on=ON).decided[0]
    assert taken_in_by(first) is None


@pytest.mark.parametrize(("history", "command", "event"), ACTS)
def test_no_officer_does_it_in_a_matter_of_his_own(
    history: tuple[CaseEvent, ...], command: Command, event: type[CaseEvent]
) -> None:
    case = given(*at_a_window(history)).case
    at = circumstances(morning(ON), s.THIRD)
    own = dataclasses.replace(at, id_indexes=frozenset({case.id_no_index}))
    with pytest.raises(ConflictOfInterest):
        CASE.decide(case, command, own)
    assert type(command) in CASE.possible_to(case, at)
    assert type(command) not in CASE.possible_to(case, own)


def test_the_officer_who_took_it_in_is_not_its_applicant() -> None:
    case = given(*at_a_window(s.ACCEPTED)).case
    at = dataclasses.replace(circumstances(morning(ON), s.CLERK), owner=s.CLERK)
    assert CASE.decide(case, WithdrawCase(), at).events
