"""Which commands may be given as things stand. The rows are sorted by stage once."""

from collections.abc import Callable, Collection, Iterable, Set
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from domain.circumstances import Circumstances
from domain.message import Command
from domain.refusal import Refusal

S_contra = TypeVar("S_contra", contravariant=True)


class _Row(Protocol[S_contra]):
    """What matters here of the row of a decision."""

    @property
    def command(self) -> type[Command]: ...
    @property
    def at(self) -> Set[StrEnum]: ...
    @property
    def when(self) -> Callable[[S_contra], bool] | None: ...
    @property
    def who(self) -> Callable[[S_contra, Circumstances], None] | None: ...


class Possible(Generic[S_contra]):
    """The commands of an aggregate that has these ``rows`` and ``stages``."""

    def __init__(self, rows: Collection[_Row[S_contra]], stages: Iterable[StrEnum]) -> None:
        self._at = {stage: [row for row in rows if stage in row.at] for stage in stages}
        self._all = {stage: frozenset(row.command for row in at) for stage, at in self._at.items()}
        self._when = {stage: [row for row in at if row.when] for stage, at in self._at.items()}
        self._who = {stage: [row for row in at if row.who] for stage, at in self._at.items()}

    def of(self, stage: Any, current: S_contra) -> frozenset[type[Command]]:
        """Those that may be given, whoever gives them."""
        return self._all[stage].difference(
            [row.command for row in self._when[stage] if row.when and not row.when(current)]
        )

    def to(self, stage: Any, current: S_contra, at: Circumstances) -> frozenset[type[Command]]:
        """Those that ``at.by`` may give, as far as it depends on the person, not on his role."""
        possible = self.of(stage, current)
        others = [
            row.command
            for row in self._who[stage]
            if row.command in possible and not _fits(row, current, at)
        ]
        return possible.difference(others) if others else possible


def _fits(row: _Row[S_contra], current: S_contra, at: Circumstances) -> bool:
    try:
        if row.who:
            row.who(current, at)
    except Refusal:
        return False
    return True
