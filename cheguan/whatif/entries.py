"""Decisions as a person writes them down: who decides what, and on which day."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from domain.prefectures import commands
from domain.prefectures.commands import PrefectureCommand
from domain.reliefs.commands import AnnounceRelief, EndRelief, ReliefCommand

OPENINGS: Final[Mapping[str, type[PrefectureCommand]]] = MappingProxyType(
    {
        each.__name__: each
        for each in (
            commands.ClassifyPrefecture,
            commands.SuspendWindows,
            commands.TakeStep,
            commands.TakeStepBack,
            commands.ListThirdStepServices,
            commands.OpenWindowsLocally,
            commands.CloseWindowsLocally,
            commands.ReopenCountyOffice,
            commands.CloseCountyOffice,
        )
    }
)
"""The decisions about windows. Who goes on with cases is no such decision, and stays as it was."""
RELIEF_COMMANDS: Final[Mapping[str, type[ReliefCommand]]] = MappingProxyType(
    {each.__name__: each for each in (AnnounceRelief, EndRelief)}
)


class OpeningEntry(NamedTuple):
    """A prefecture decides about its windows. ``place`` is where a file says so, from 0."""

    place: int
    region: str
    taken_on: date
    command: PrefectureCommand


class ReliefEntry(NamedTuple):
    """The headquarters announce a relief, or end one."""

    place: int
    taken_on: date
    command: ReliefCommand


class DecisionSet(NamedTuple):
    """Some decisions, each list in the order in which they are taken.

    A prefecture that no entry names decides as it did. ``reliefs`` are all, or None if they are
    as they were.
    """

    openings: Sequence[OpeningEntry]
    reliefs: Sequence[ReliefEntry] | None

    @property
    def regions(self) -> frozenset[str]:
        """The prefectures that decide otherwise."""
        return frozenset(entry.region for entry in self.openings)
