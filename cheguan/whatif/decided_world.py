"""Takes decisions one after another, by the rules of the prefectures and the headquarters."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from itertools import groupby
from typing import Any, Final, NamedTuple

from cheguan.whatif.entries import DecisionSet, OpeningEntry, ReliefEntry
from cheguan.whatif.world import ReliefsSince, World
from domain.aggregate import Aggregate
from domain.calendar import OFFICE_ZONE, Calendar, local_day
from domain.circumstances import Circumstances
from domain.message import Command
from domain.offices.tree import REGIONS, detachment_of
from domain.people import Actor, Role
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import Prefecture, stream_of
from domain.refusal import Refusal
from domain.reliefs.effect import OF_THE_PROVINCE
from domain.reliefs.reliefs import RELIEFS
from domain.services.catalogue import EVERY_SERVICE

_NAME: Final = "whatif"
_AT: Final = time(10)
"""A decision is taken at ten in the morning. Nothing depends on the hour but the order."""
_CALENDAR: Final = Calendar()


class RefusedEntry(NamedTuple):
    """An entry that the rules do not allow, and why."""

    entry: OpeningEntry | ReliefEntry
    refusal: Refusal


class DecidedWorld(NamedTuple):
    """What the decisions make of the world that was. What was refused has not happened."""

    world: World
    refused: list[RefusedEntry]


def decided_world(was: World, decisions: DecisionSet) -> DecidedWorld:
    """The world in which these were taken, in the place of those of the same prefectures."""
    refused: list[RefusedEntry] = []
    prefectures = dict(was.prefectures)
    by_region = sorted(decisions.openings, key=lambda entry: entry.region)
    for region, entries in groupby(by_region, key=lambda entry: entry.region):
        prefectures[region] = _prefecture(region, entries, refused)
    reliefs = was.reliefs
    if decisions.reliefs is not None:
        reliefs = tuple(_reliefs(decisions.reliefs, refused))
    return DecidedWorld(World(prefectures, reliefs), refused)


def differ(one: World, other: World) -> bool:
    """Whether anything is open, or any relief holds, in one of them that does not in the other."""
    if _reliefs_by_day(one) != _reliefs_by_day(other):
        return True
    return any(_windows(one, code) != _windows(other, code) for code in REGIONS)


def _prefecture(
    region: str, entries: Iterable[OpeningEntry], refused: list[RefusedEntry]
) -> Prefecture:
    current = PREFECTURE.initial
    for entry in _in_order(entries):
        supervised = Role.SUPERVISOR in PREFECTURE.row(type(entry.command)).by
        detachment = Actor(Role.SUPERVISOR, _NAME, detachment_of(region))
        by = detachment if supervised else Actor(Role.HQ, _NAME)
        at = _circumstances(entry.taken_on, by, stream_of(region))
        current = _taken(PREFECTURE, current, entry.command, at, entry, refused)
    return current


def _reliefs(entries: Iterable[ReliefEntry], refused: list[RefusedEntry]) -> Iterator[ReliefsSince]:
    current = RELIEFS.initial
    for entry in _in_order(entries):
        at = _circumstances(entry.taken_on, Actor(Role.HQ, _NAME), OF_THE_PROVINCE.stream)
        current = _taken(RELIEFS, current, entry.command, at, entry, refused)
        yield ReliefsSince(at.now, current)


def _in_order(entries: Iterable[Any]) -> list[Any]:
    """By the day. What is decided on one day stays in the order in which it is written."""
    return sorted(entries, key=lambda entry: entry.taken_on)


def _circumstances(taken_on: date, by: Actor, stream: Any) -> Circumstances:
    at = datetime.combine(taken_on, _AT, OFFICE_ZONE)
    return Circumstances(at, by, stream, EVERY_SERVICE, _CALENDAR)


def _taken(
    of: Aggregate[Any],
    current: Any,
    command: Command,
    at: Circumstances,
    entry: OpeningEntry | ReliefEntry,
    refused: list[RefusedEntry],
) -> Any:
    try:
        return of.decide(current, command, at).after
    except Refusal as refusal:
        refused.append(RefusedEntry(entry, refusal))
        return current


def _windows(world: World, region: str) -> Mapping[str, Any]:
    """What a prefecture has decided, without the papers."""
    state = world.prefectures.get(region, PREFECTURE.initial)
    return {
        "classes": [(each.effective_on, each.region_class) for each in state.classes],
        "steps": [(each.effective_on, each.step) for each in state.taken],
        "lists": [(each.effective_on, sorted(each.services)) for each in state.lists],
        "offices": [
            (each.effective_on, each.office, sorted(each.services)) for each in state.offices
        ],
    }


def _reliefs_by_day(world: World) -> Mapping[date, list[Any]]:
    return {
        local_day(each.at): [(relief.effect, relief.regions) for relief in each.reliefs.standing]
        for each in world.reliefs
    }
