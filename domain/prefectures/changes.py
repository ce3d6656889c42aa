"""How the events of a prefecture change it."""

from datetime import date
from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import Effect
from domain.offices.business import WindowGroup
from domain.prefectures import events
from domain.prefectures.casework import transferred
from domain.prefectures.effect import followed
from domain.prefectures.source import Source
from domain.prefectures.state import (
    ClassDecided,
    ListDecided,
    OfficeDecided,
    Prefecture,
    PrefectureStage,
    StepDecided,
)
from domain.prefectures.step import Step

EVERYTHING: Final = tuple(map(str, WindowGroup))
"""What a county office serves whose decision lists nothing."""
_ORDER: Final = tuple(Step)


def _source(
    current: Prefecture,
    event: events.PrefectureClassified
    | events.WindowsSuspended
    | events.StepTaken
    | events.StepTakenBack
    | events.ThirdStepServicesListed
    | events.WindowsOpenedLocally
    | events.WindowsClosedLocally
    | events.CountyOfficeReopened
    | events.CountyOfficeClosed,
) -> Source:
    return Source(
        version=current.version + 1,
        event=type(event).__name__,
        body=event.body,
        decided_on=event.decided_on,
        effective_on=event.effective_on,
        planned_end=event.planned_end,
        reason=event.grounds.reason if event.grounds else "",
        document_no=event.grounds.document_no if event.grounds else "",
    )


def _classified(current: Prefecture, event: events.PrefectureClassified) -> Prefecture:
    begun = PrefectureStage.OPEN if current.stage is PrefectureStage.NEW else current.stage
    source = _source(current, event)
    decided = ClassDecided(event.effective_on or date.min, event.region_class, source)
    return replace(
        current,
        stage=begun,
        region=event.region,
        region_class=event.region_class,
        classes=(*current.classes, decided),
        version=source.version,
    )


def _suspended(current: Prefecture, event: events.WindowsSuspended) -> Prefecture:
    """What was decided before it, for a day after it, falls with it."""
    day, source = event.effective_on, _source(current, event)
    return replace(
        current,
        region=event.region or current.region,
        taken=(
            *(each for each in current.taken if each.effective_on <= day),
            StepDecided(day, Step.SUSPENDED, source),
        ),
        lists=tuple(each for each in current.lists if each.effective_on <= day),
        offices=tuple(each for each in current.offices if each.effective_on <= day),
        version=source.version,
    )


def _taken(current: Prefecture, event: events.StepTaken) -> Prefecture:
    source = _source(current, event)
    decided = StepDecided(event.effective_on, event.step, source)
    return replace(current, taken=(*current.taken, decided), version=source.version)


def _taken_back(current: Prefecture, event: events.StepTakenBack) -> Prefecture:
    """Higher steps that were planned for a later day are not taken."""
    source = _source(current, event)
    kept = (
        each
        for each in current.taken
        if each.effective_on <= event.effective_on
        or _ORDER.index(each.step) <= _ORDER.index(event.step)
    )
    decided = StepDecided(event.effective_on, event.step, source)
    return replace(current, taken=(*kept, decided), version=source.version)


def _listed(current: Prefecture, event: events.ThirdStepServicesListed) -> Prefecture:
    source = _source(current, event)
    decided = ListDecided(event.effective_on, event.services, source)
    return replace(current, lists=(*current.lists, decided), version=source.version)


def _opened(current: Prefecture, event: events.WindowsOpenedLocally) -> Prefecture:
    return _decided_on(
        current, event.effective_on, event.offices, event.services, _source(current, event)
    )


def _closed(current: Prefecture, event: events.WindowsClosedLocally) -> Prefecture:
    return _decided_on(current, event.effective_on, event.offices, (), _source(current, event))


def _reopened(current: Prefecture, event: events.CountyOfficeReopened) -> Prefecture:
    services = event.services or EVERYTHING
    return _decided_on(
        current, event.effective_on, (event.office,), services, _source(current, event)
    )


def _county_closed(current: Prefecture, event: events.CountyOfficeClosed) -> Prefecture:
    return _decided_on(current, event.effective_on, (event.office,), (), _source(current, event))


def _decided_on(
    current: Prefecture,
    day: date,
    offices: tuple[str, ...],
    services: tuple[str, ...],
    source: Source,
) -> Prefecture:
    decided = (OfficeDecided(day, each, services, source) for each in offices)
    return replace(current, offices=(*current.offices, *decided), version=source.version)


EFFECTS: Final[tuple[Effect[Prefecture, Any], ...]] = (
    Effect(events.PrefectureClassified, change=_classified),
    Effect(events.WindowsSuspended, to=PrefectureStage.SUSPENDED, change=_suspended),
    Effect(events.StepTaken, to=PrefectureStage.REOPENING, change=_taken),
    Effect(events.StepTakenBack, to=PrefectureStage.REOPENING, change=_taken_back),
    Effect(events.ThirdStepServicesListed, change=_listed),
    Effect(events.WindowsOpenedLocally, to=PrefectureStage.REOPENING, change=_opened),
    Effect(events.WindowsClosedLocally, change=_closed),
    Effect(events.CountyOfficeReopened, change=_reopened),
    Effect(events.CountyOfficeClosed, change=_county_closed),
    Effect(events.CaseworkTransferred, change=transferred),
    Effect(events.DecisionsTookEffect, change=followed),
)
"""How each event changes the prefecture, one row an event."""
