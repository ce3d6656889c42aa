"""Which commands may be given as things stand. The rows are sorted by stage once."""

from collections.abc import Callable, Collection, Iterable, Set
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from domain.circumstances import Circumstances
from domain.conflict import EXEMPT, Interests, OfficialAct, barred_acts, keep_out
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
    @property
    def act(self) -> OfficialAct: ...


_Interests = Callable[[S_contra], Interests] | None


class Possible(Generic[S_contra]):
    """The commands of an aggregate that has these ``rows``, ``stages`` and ``interests``."""

    def __init__(
        self,
        rows: Collection[_Row[S_contra]],
        stages: Iterable[StrEnum],
        interests: _Interests[S_contra],
    ) -> None:
        self._interests = interests
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
        barred: Set[OfficialAct] = frozenset()
        rows = self._who[stage]
        if self._interests and at.by.role not in EXEMPT:
            barred = barred_acts(self._interests(current), at)
            rows = self._at[stage] if barred else rows
        others = [r.command for r in rows if r.act in barred or not _fits(r, current, at)]
        return possible.difference(others) if others else possible


def _fits(row: _Row[S_contra], current: S_contra, at: Circumstances) -> bool:
    """Whether the row itself has nothing against the person."""
    try:
        if row.who:
            row.who(current, at)
    except Refusal:
        return False
    return True


def ask_who(
    row: _Row[S_contra], current: S_contra, at: Circumstances, interests: _Interests[S_contra]
) -> None:
    """Raises the refusal of a command that is not for this person, whatever his role."""
    if interests and at.by.role not in EXEMPT:
        keep_out(row.act, interests(current), at)
    if row.who:
        row.who(current, at)
