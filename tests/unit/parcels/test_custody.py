"""Whose hands a parcel is in, from the office to its recipient or back, and when somebody asks."""

from datetime import date, timedelta

import pytest

from domain.calendar import end_of_day
from domain.message import PassDeadline
from domain.parcels import commands, events
from domain.parcels.irregularities import open_irregularities
from domain.parcels.parcel import PARCEL
from domain.parcels.reasons import Clearing, Irregularity, ScanStatus
from domain.parcels.refusals import EnclosedOtherwise, IrregularityNotOpen
from domain.parcels.state import Parcel, ParcelStage, parcel_of
from domain.parcels.timer import timed, timer
from domain.people import Actor, Role
from domain.refusal import NotAsThingsStand, NotAtThisStage
from domain.timer import Timer
from tests.kit.parcel_histories import (
    CASE,
    CITIZEN,
    CLERK,
    COUNTY,
    EIGHT,
    HANDED_OVER,
    ITEM,
    NOW,
    OFFICE,
    PREPARED,
    TIMEKEEPER,
    UNDER_WAY,
    given,
    scan,
    told,
)

PREPARE = commands.PrepareParcel(
    case=CASE,
    posting=1,
    office=OFFICE,
    destination=COUNTY,
    document_no="HP00000001",
    hand_over_by=date(2020, 3, 10),
)
ENCLOSE = commands.EncloseParcel(item_no=ITEM)
HAND_OVER = commands.HandOverParcel(
    case=CASE,
    posting=1,
    office=OFFICE,
    destination=COUNTY,
    document_no="HP00000001",
    item_no=ITEM,
    manifest="410100-20200310",
    expected_by=date(2020, 3, 13),
)
ENCLOSED = events.ParcelEnclosed(case=CASE, item_no=ITEM, carrier="ems")
RETURNED = scan("r1", ScanStatus.RETURNED, 90)
LATE = PassDeadline(clock="POST_TRANSIT")
AFTER = end_of_day(date(2020, 3, 13))


def folded(*history: events.ParcelEvent) -> Parcel:
    return PARCEL.fold(history)


def test_a_document_is_made_enclosed_and_handed_over() -> None:
    the_day_before = NOW - timedelta(days=1)
    assert given(Parcel(), PREPARE, by=CLERK, now=the_day_before, linked=True) == (PREPARED,)
    assert given(folded(PREPARED), ENCLOSE, by=CLERK) == (ENCLOSED,)
    assert folded(PREPARED, ENCLOSED).stage is ParcelStage.ENCLOSED
    enclosed = folded(PREPARED, ENCLOSED)
    assert given(enclosed, HAND_OVER, by=CLERK, now=NOW, linked=True) == (HANDED_OVER,)
    assert folded(PREPARED, ENCLOSED, HANDED_OVER).stage is ParcelStage.HANDED_OVER


def test_what_an_earlier_build_has_made_is_handed_over_all_the_same() -> None:
    made, handed = given(Parcel(), HAND_OVER, by=CLERK, now=NOW, linked=True)
    assert isinstance(made, events.ParcelPrepared)
    assert (made.prepared_on, handed) == (date(2020, 3, 10), HANDED_OVER)


def test_a_parcel_has_one_number() -> None:
    enclosed = folded(PREPARED, ENCLOSED)
    assert given(enclosed, ENCLOSE, by=CLERK) == ()
    other = "EA100000025CN"
    with pytest.raises(EnclosedOtherwise):
        given(enclosed, commands.EncloseParcel(item_no=other), by=CLERK)
    changed = commands.HandOverParcel(
        **{name: getattr(HAND_OVER, name) for name in HAND_OVER.__struct_fields__}
        | {"item_no": other}
    )
    with pytest.raises(EnclosedOtherwise):
        given(enclosed, changed, by=CLERK, linked=True)


def test_the_applicant_sees_the_parcel_of_his_case_and_no_other_does() -> None:
    another = Actor(Role.APPLICANT, "another")
    assert PARCEL.sees(CITIZEN, folded(PREPARED), CLERK)
    assert not PARCEL.sees(another, folded(PREPARED), CLERK)
    assert not PARCEL.sees(Actor(Role.CLERK, "clerk", "410300"), folded(PREPARED), CLERK)


def test_what_came_back_is_posted_again_or_kept_at_a_counter() -> None:
    back = told(RETURNED)
    [reposted] = given(back, commands.RepostParcel(posting=2), by=CLERK, linked=True)
    assert PARCEL.evolve(back, reposted).stage is ParcelStage.REPOSTED
    [kept] = given(back, commands.KeepForPickup(office=OFFICE), by=CLERK, linked=True)
    assert PARCEL.evolve(back, kept).stage is ParcelStage.FOR_PICKUP
    assert parcel_of(CASE, 1) != parcel_of(CASE, 2)


def test_what_is_delivered_after_it_was_kept_is_a_contradiction() -> None:
    kept = events.ParcelChangedToPickup(case=CASE, office=OFFICE)
    both = told(EIGHT[4], EIGHT[6], EIGHT[7], before=(*UNDER_WAY, kept))
    assert both.stage is ParcelStage.DELIVERED
    assert [each.kind for each in open_irregularities(both)] == [Irregularity.CONTRADICTORY]


def test_what_was_to_be_collected_can_be_posted_after_all() -> None:
    kept = events.ParcelChangedToPickup(case=CASE, office=OFFICE)
    waiting = folded(PREPARED, ENCLOSED, kept)
    assert waiting.stage is ParcelStage.FOR_PICKUP
    [again] = given(waiting, PREPARE, by=CLERK, linked=True)
    after = PARCEL.evolve(waiting, again)
    assert (after.stage, after.item_no) == (ParcelStage.PREPARED, "")
    with pytest.raises(NotAtThisStage):
        given(told(), PREPARE, by=CLERK, linked=True)


def test_a_posting_is_called_off_while_the_office_has_it() -> None:
    [off] = given(folded(PREPARED), commands.CallOffParcel(), by=CLERK, linked=True)
    assert folded(PREPARED, off).stage is ParcelStage.CALLED_OFF
    assert given(told(), commands.CallOffParcel(), by=CLERK, linked=True) == ()


def test_what_never_began_has_nothing_to_follow() -> None:
    for each in (
        commands.RepostParcel(posting=2),
        commands.KeepForPickup(office=OFFICE),
        commands.CallOffParcel(),
        commands.CopyItemScan(**{n: getattr(RETURNED, n) for n in RETURNED.__struct_fields__}),
    ):
        assert given(Parcel(), each, by=CLERK, linked=True) == ()


def test_what_is_not_handed_over_in_time_is_shown_until_it_is() -> None:
    waiting, due = folded(PREPARED), end_of_day(date(2020, 3, 10))
    assert timer(waiting) == Timer("POST_HANDOVER", due)
    [late] = given(waiting, PassDeadline(clock="POST_HANDOVER"), by=TIMEKEEPER, now=due)
    assert isinstance(late, events.ParcelOverdue)
    assert late.due_on == date(2020, 3, 10)
    shown = PARCEL.evolve(waiting, late)
    assert timer(shown) is None
    assert [each.kind for each in open_irregularities(shown)] == [Irregularity.NOT_HANDED_OVER]
    assert open_irregularities(PARCEL.evolve(shown, HANDED_OVER)) == ()


def test_a_parcel_of_which_no_end_is_heard_is_shown_and_never_early() -> None:
    assert timer(told()) == Timer("POST_TRANSIT", AFTER)
    with pytest.raises(NotAsThingsStand):
        given(told(), LATE, by=TIMEKEEPER, now=AFTER - timedelta(microseconds=1))
    [late] = given(told(EIGHT[0]), LATE, by=TIMEKEEPER, now=AFTER)
    shown = PARCEL.evolve(told(EIGHT[0]), late)
    assert [each.kind for each in open_irregularities(shown)] == [Irregularity.OVERDUE]
    assert timer(told(*EIGHT)) is None
    arrived = PARCEL.evolve(shown, given(shown, EIGHT[7])[0])
    assert open_irregularities(arrived) == ()


def test_what_is_found_under_way_is_asked_about_again() -> None:
    [late] = given(told(), LATE, by=TIMEKEEPER, now=AFTER)
    shown = PARCEL.evolve(told(), late)
    still = commands.ClearIrregularity(
        irregularity=Irregularity.OVERDUE, clearing=Clearing.STILL_UNDER_WAY
    )
    [cleared] = given(shown, still, by=CLERK, now=AFTER)
    assert isinstance(cleared, events.IrregularityCleared)
    assert cleared.ask_again_on == date(2020, 3, 19)
    waiting = PARCEL.evolve(shown, cleared)
    assert open_irregularities(waiting) == ()
    assert timer(waiting) == Timer("POST_TRANSIT", end_of_day(date(2020, 3, 19)))


def test_a_cleared_contradiction_opens_again_with_another_scan_that_shows_it() -> None:
    both = told(EIGHT[4], EIGHT[6], EIGHT[7], RETURNED)
    clear = commands.ClearIrregularity(
        irregularity=Irregularity.CONTRADICTORY, clearing=Clearing.SCAN_MISTAKEN
    )
    [cleared] = given(both, clear, by=CLERK)
    after = PARCEL.evolve(both, cleared)
    assert open_irregularities(after) == ()
    with pytest.raises(IrregularityNotOpen):
        given(after, clear, by=CLERK)
    [again] = given(after, scan("r2", ScanStatus.RETURNED, 95))
    assert open_irregularities(PARCEL.evolve(after, again)) != ()


def test_that_the_case_stands_elsewhere_is_told_once_a_scan() -> None:
    report = commands.ReportCaseElsewhere(scan="s8", refusal="not-at-this-stage")
    [found] = given(told(), report, by=TIMEKEEPER)
    after = PARCEL.evolve(told(), found)
    assert given(after, report, by=TIMEKEEPER) == ()
    assert [each.kind for each in open_irregularities(after)] == [Irregularity.CASE_ELSEWHERE]


def test_what_decides_about_the_clock_says_so_alone() -> None:
    for upto in range(9):
        current = told(*EIGHT[:upto])
        assert timer(timed(current)) == timer(current)
        later = PARCEL.evolve(timed(current), given(current, RETURNED)[0])
        assert timer(later) == timer(told(*EIGHT[:upto], RETURNED))
