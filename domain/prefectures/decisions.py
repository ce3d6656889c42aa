"""Who decides about windows, and in which order."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from domain.aggregate import Decision
from domain.circumstances import Circumstances
from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES, REGIONS, within
from domain.people import Role
from domain.prefectures import commands, events
from domain.prefectures.refusals import (
    CountyOfficeUnknown,
    EffectiveInThePast,
    OtherPrefecture,
    RegionUnknown,
    StepOutOfOrder,
)
from domain.prefectures.state import Prefecture, PrefectureStage, stream_of
from domain.prefectures.step import Step

_HEADQUARTERS: Final = frozenset({Role.HQ})
_DECIDERS: Final = frozenset({Role.HQ, Role.SUPERVISOR})
_CLASSIFIED: Final = frozenset(PrefectureStage) - {PrefectureStage.NEW}
_ORDER: Final = tuple(Step)
_CLASS_TWO: Final = 2


def classify(
    current: Prefecture, command: commands.ClassifyPrefecture, at: Circumstances
) -> Sequence[events.PrefectureEvent]:
    if command.region not in REGIONS or stream_of(command.region) != at.stream:
        raise RegionUnknown(region=command.region)
    if command.region_class == current.region_class:
        return []
    return [events.PrefectureClassified(region=command.region, region_class=command.region_class)]


def suspend_windows(
    current: Prefecture, command: commands.SuspendWindows, at: Circumstances
) -> Sequence[events.PrefectureEvent]:
    _may_decide(current, command.effective_on, at)
    return [events.WindowsSuspended(effective_on=command.effective_on)]


def take_step(
    current: Prefecture, command: commands.TakeStep, at: Circumstances
) -> Sequence[events.PrefectureEvent]:
    """A prefecture of class two goes step by step. Class one decides itself what it resumes."""
    _may_decide(current, command.effective_on, at)
    before = current.step_on(command.effective_on)
    if before is command.step:
        return []
    if current.region_class == _CLASS_TWO:
        following = _ORDER[_ORDER.index(before or Step.FOURTH) + 1 :]
        if not following or following[0] is not command.step:
            raise StepOutOfOrder(expected=following[0] if following else Step.SUSPENDED)
    return [events.StepTaken(step=command.step, effective_on=command.effective_on)]


def reopen_county_office(
    current: Prefecture, command: commands.ReopenCountyOffice, at: Circumstances
) -> Sequence[events.PrefectureEvent]:
    _may_decide(current, command.effective_on, at)
    choices = [
        office.id
        for office in OFFICES.values()
        if office.kind is OfficeKind.COUNTY_OFFICE and within(office.id, current.region)
    ]
    if command.office not in choices:
        raise CountyOfficeUnknown(office=command.office, choices=choices)
    return [events.CountyOfficeReopened(office=command.office, effective_on=command.effective_on)]


def _may_decide(current: Prefecture, effective_on: date, at: Circumstances) -> None:
    if at.by.role is not Role.HQ and at.by.office != current.region:
        raise OtherPrefecture(region=current.region)
    if effective_on < at.today:
        raise EffectiveInThePast(earliest=at.today)


DECISIONS: Final[tuple[Decision[Prefecture, Any], ...]] = (
    Decision(
        commands.ClassifyPrefecture, at=set(PrefectureStage), by=_HEADQUARTERS, decide=classify
    ),
    Decision(commands.SuspendWindows, at=_CLASSIFIED, by=_DECIDERS, decide=suspend_windows),
    Decision(commands.TakeStep, at=_CLASSIFIED, by=_DECIDERS, decide=take_step),
    Decision(
        commands.ReopenCountyOffice, at=_CLASSIFIED, by=_DECIDERS, decide=reopen_county_office
    ),
)
