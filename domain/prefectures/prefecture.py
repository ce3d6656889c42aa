"""PREFECTURE: one of the eighteen, with what it has decided about its windows."""

from typing import Final

from msgspec.structs import replace

from domain.aggregate import Aggregate, Effect
from domain.people import Actor, Role
from domain.prefectures import commands, events
from domain.prefectures.decisions import DECISIONS
from domain.prefectures.state import CountyDecided, Prefecture, PrefectureStage, StepDecided
from domain.prefectures.step import Step
from domain.prefectures.words import WORDS


def _classified(current: Prefecture, event: events.PrefectureClassified) -> Prefecture:
    begun = PrefectureStage.OPEN if current.stage is PrefectureStage.NEW else current.stage
    return replace(current, stage=begun, region=event.region, region_class=event.region_class)


def _suspended(current: Prefecture, event: events.WindowsSuspended) -> Prefecture:
    return replace(current, taken=(*current.taken, StepDecided(event.effective_on, Step.SUSPENDED)))


def _taken(current: Prefecture, event: events.StepTaken) -> Prefecture:
    return replace(current, taken=(*current.taken, StepDecided(event.effective_on, event.step)))


def _reopened(current: Prefecture, event: events.CountyOfficeReopened) -> Prefecture:
    return replace(
        current, counties=(*current.counties, CountyDecided(event.effective_on, event.office))
    )


def _sees(by: Actor, current: Prefecture, owner: Actor) -> bool:
    """Everybody but an applicant sees the decisions. What is open is public anyway."""
    return by.role not in {Role.APPLICANT, Role.PARTNER}


PREFECTURE: Final = Aggregate(
    kind="prefecture",
    initial=Prefecture(),
    event=events.PrefectureEvent,
    command=commands.PrefectureCommand,
    decisions=DECISIONS,
    effects=(
        Effect(events.PrefectureClassified, change=_classified),
        Effect(events.WindowsSuspended, to=PrefectureStage.SUSPENDED, change=_suspended),
        Effect(events.StepTaken, to=PrefectureStage.REOPENING, change=_taken),
        Effect(events.CountyOfficeReopened, change=_reopened),
    ),
    words=WORDS,
    sees=_sees,
    office=lambda current: current.region,
    about=lambda current: {"region": current.region},
)
