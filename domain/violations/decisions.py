"""How a violation comes on record, and who deals with it (105 art. 19 and 20)."""

from collections.abc import Sequence
from typing import TypeAlias

from domain.calendar import local_day
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.services.blocks.violation import SCALE
from domain.violations import commands, events
from domain.violations.refusals import DealtWithElsewhere, PointsOffTheScale
from domain.violations.state import ViolationOnRecord

_Events: TypeAlias = Sequence[events.ViolationEvent]


def record(
    current: ViolationOnRecord, command: commands.RecordViolation, at: Circumstances
) -> _Events:
    """The police of the place review it within days that count from the recording."""
    return [
        events.ViolationRecorded(
            office=command.office,
            occurred_at=command.occurred_at,
            plate_kind=command.plate_kind,
            enter_by=at.due(Clock.VIO_ENTER, local_day(command.occurred_at)),
            plate_index=command.plate_index,
            key_id=command.key_id,
            sealed=command.sealed,
        )
    ]


def enter(
    current: ViolationOnRecord, command: commands.EnterViolation, at: Circumstances
) -> _Events:
    scale = SCALE.on(current.occurred_on or at.today)
    if command.points not in scale:
        raise PointsOffTheScale(scale=sorted(scale))
    return [
        events.ViolationEntered(
            officer=at.by.person,
            act_code=command.act_code,
            fine_fen=command.fine_fen,
            points=command.points,
            publish_by=at.due(Clock.VIO_PUBLISH),
        )
    ]


def discard(
    current: ViolationOnRecord, command: commands.DiscardViolation, at: Circumstances
) -> _Events:
    return [events.ViolationDiscarded(officer=at.by.person, reason=command.reason)]


def publish(
    current: ViolationOnRecord, command: commands.PublishViolation, at: Circumstances
) -> _Events:
    return [events.ViolationPublished(published_on=at.today)]


def show_facts(
    current: ViolationOnRecord, command: commands.ShowViolationFacts, at: Circumstances
) -> _Events:
    """The driver may be told again, in the same case, after he was heard."""
    if current.case == command.case:
        return []
    if current.case is not None:
        raise DealtWithElsewhere(case=current.case)
    return [events.ViolationFactsShown(case=command.case)]


def decide(
    current: ViolationOnRecord, command: commands.DecideViolation, at: Circumstances
) -> _Events:
    _of_this_case(current, command)
    return [
        events.ViolationDecided(
            case=command.case,
            decision_no=command.decision_no,
            decided_on=at.today,
            online=command.online,
        )
    ]


def drop(current: ViolationOnRecord, command: commands.DropViolation, at: Circumstances) -> _Events:
    _of_this_case(current, command)
    return [events.ViolationDropped(case=command.case)]


def release(
    current: ViolationOnRecord, command: commands.ReleaseViolation, at: Circumstances
) -> _Events:
    """Nothing happens if another case deals with it."""
    if current.case != command.case:
        return []
    return [events.ViolationReleased(case=command.case)]


def settle(
    current: ViolationOnRecord, command: commands.SettleViolation, at: Circumstances
) -> _Events:
    """A payment for a decision that fell meanwhile settles nothing."""
    if current.decision_no != command.decision_no:
        return []
    return [events.ViolationSettled(paid_on=command.paid_on)]


def _of_this_case(
    current: ViolationOnRecord, command: commands.DecideViolation | commands.DropViolation
) -> None:
    if current.case != command.case:
        raise DealtWithElsewhere(case=current.case)
