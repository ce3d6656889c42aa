"""The decisions that were taken, as a person would write them down."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final

from msgspec.structs import fields

from cheguan.whatif.entries import DecisionSet, OpeningEntry, ReliefEntry
from domain.calendar import local_day
from domain.message import Command, Event
from domain.prefectures import commands
from domain.prefectures import events as decided
from domain.prefectures.changes import EVERYTHING
from domain.prefectures.grounds import Grounds, RiskGrade
from domain.prefectures.step import TrafficClass
from domain.recorded_event import RecordedEvent
from domain.reliefs import events as announced
from domain.reliefs.commands import AnnounceRelief, EndRelief

_OPENINGS: Final[Mapping[type[Event], type[commands.PrefectureCommand]]] = MappingProxyType(
    {
        decided.PrefectureClassified: commands.ClassifyPrefecture,
        decided.WindowsSuspended: commands.SuspendWindows,
        decided.StepTaken: commands.TakeStep,
        decided.StepTakenBack: commands.TakeStepBack,
        decided.ThirdStepServicesListed: commands.ListThirdStepServices,
        decided.WindowsOpenedLocally: commands.OpenWindowsLocally,
        decided.WindowsClosedLocally: commands.CloseWindowsLocally,
        decided.CountyOfficeReopened: commands.ReopenCountyOffice,
        decided.CountyOfficeClosed: commands.CloseCountyOffice,
    }
)
_RELIEFS: Final[Mapping[type[Event], type[AnnounceRelief | EndRelief]]] = MappingProxyType(
    {announced.ReliefAnnounced: AnnounceRelief, announced.ReliefEnded: EndRelief}
)
UNTOLD: Final = Grounds(reason="推演假设，非正式决定。")
"""The grounds of a decision that names none. Only real ones need to."""
_NOT_TOLD: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "grounds": UNTOLD,
        "services": EVERYTHING,
        "grade": RiskGrade.LOW,
        "county_class": TrafficClass.TWO.value,
    }
)
"""What histories from before these fields lack, and a command must have."""


def taken(
    prefectures: Mapping[str, Sequence[RecordedEvent]], reliefs: Sequence[RecordedEvent]
) -> DecisionSet:
    """The same decisions, by city and day."""
    openings = [
        entry for region in sorted(prefectures) for entry in _of(region, prefectures[region])
    ]
    return DecisionSet(
        [entry._replace(place=place) for place, entry in enumerate(openings)],
        [
            ReliefEntry(place, local_day(each.at), _command(_RELIEFS[type(each.event)], each.event))
            for place, each in enumerate(reliefs)
        ],
    )


def _of(region: str, history: Sequence[RecordedEvent]) -> Iterator[OpeningEntry]:
    """One entry a command. What follows from it by itself is no decision of its own."""
    for _, together in groupby(history, key=attrgetter("envelope.cause")):
        first = next(together)
        if kind := _OPENINGS.get(type(first.event)):
            yield OpeningEntry(0, region, local_day(first.at), _command(kind, first.event))


def _command(kind: type[Any], event: Event) -> Any:
    told = {field.name: _told(field.name, event) for field in fields(kind)}
    return kind(**{name: value for name, value in told.items() if value is not None})


def _told(name: str, event: Event) -> Any:
    value = getattr(event, name, None)
    return _NOT_TOLD.get(name) if value in (None, ()) else value


def is_told(command: Command, name: str) -> bool:
    """Whether a field of a command says anything."""
    return getattr(command, name) not in (None, ())
