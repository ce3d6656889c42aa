"""Who decides about windows, and in which order."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from domain.aggregate import Decision
from domain.circumstances import Circumstances
from domain.message import PassDeadline
from domain.offices.tree import REGIONS
from domain.people import Role
from domain.prefectures import commands, events
from domain.prefectures.casework import transfer_casework
from domain.prefectures.deciders import (
    not_over,
    of_the_city,
    of_the_detachment,
    paper,
    region_decided,
)
from domain.prefectures.effect import pass_deadline
from domain.prefectures.office_decisions import (
    close_county_office,
    close_windows_locally,
    open_windows_locally,
    reopen_county_office,
)
from domain.prefectures.refusals import RegionUnknown
from domain.prefectures.state import Prefecture, PrefectureStage, stream_of
from domain.prefectures.step import TrafficClass
from domain.prefectures.step_decisions import list_third_step, take_step, take_step_back

_HEADQUARTERS: Final = frozenset({Role.HQ})
_PREFECTURE: Final = frozenset({Role.SUPERVISOR})
_BEGUN: Final = frozenset(PrefectureStage) - {PrefectureStage.NEW}


def classify(
    current: Prefecture, command: commands.ClassifyPrefecture, at: Circumstances
) -> Sequence[events.PrefectureEvent]:
    """Whoever comes into class one from class two closes its windows with that day."""
    if command.region not in REGIONS or stream_of(command.region) != at.stream:
        raise RegionUnknown(region=command.region)
    day = command.effective_on or at.today
    not_over(day, at)
    if command.region_class == current.class_on(day):
        return []
    said = paper(command, day, at)
    classified = events.PrefectureClassified(
        region=command.region,
        region_class=command.region_class,
        effective_on=day,
        grounds=command.grounds,
        **said,
    )
    if command.region_class != TrafficClass.ONE or current.class_on(day) is None:
        return [classified]
    closed = events.WindowsSuspended(effective_on=day, grounds=command.grounds, **said)
    return [classified, closed]


def suspend_windows(
    current: Prefecture, command: commands.SuspendWindows, at: Circumstances
) -> Sequence[events.PrefectureEvent]:
    """The prefecture suspends its own windows, and the headquarters those of any prefecture.

    It does so before it has a class, too: the cities closed in January 2020, and were classified
    in February.
    """
    not_over(command.effective_on, at)
    return [
        events.WindowsSuspended(
            region="" if current.region else region_decided(current, at),
            effective_on=command.effective_on,
            grounds=command.grounds,
            **paper(command, command.effective_on, at),
        )
    ]


_BY_THE_CITY: Final[Mapping[type[commands.PrefectureCommand], Callable[..., Any]]] = {
    commands.TakeStep: take_step,
    commands.TakeStepBack: take_step_back,
    commands.ListThirdStepServices: list_third_step,
    commands.OpenWindowsLocally: open_windows_locally,
    commands.CloseWindowsLocally: close_windows_locally,
    commands.ReopenCountyOffice: reopen_county_office,
    commands.CloseCountyOffice: close_county_office,
}
"""What the city alone decides (the announcement of 23 February 2020)."""
DECISIONS: Final[tuple[Decision[Prefecture, Any], ...]] = (
    Decision(
        commands.ClassifyPrefecture, at=set(PrefectureStage), by=_HEADQUARTERS, decide=classify
    ),
    Decision(
        commands.SuspendWindows,
        at=set(PrefectureStage),
        by=_PREFECTURE | _HEADQUARTERS,
        who=of_the_detachment,
        decide=suspend_windows,
    ),
    *(
        Decision(command, at=_BEGUN, by=_PREFECTURE, who=of_the_detachment, decide=decide)
        for command, decide in _BY_THE_CITY.items()
    ),
    Decision(
        commands.TransferCasework,
        at=_BEGUN,
        by=_PREFECTURE | _HEADQUARTERS,
        who=of_the_city,
        decide=transfer_casework,
    ),
    Decision(PassDeadline, at=_BEGUN, by={Role.SYSTEM}, decide=pass_deadline),
)
