"""The commands that a caller may give next, by the last steps of their addresses."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from domain.aggregate import Aggregate, S
from domain.circumstances import Circumstances
from domain.door.outcome import Outcome
from domain.message import Command
from domain.people import Role

_WORDS: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


def slug(command: type[Command]) -> str:
    """The command's name in a path, such as ``accept-case`` for ``AcceptCase``."""
    return _WORDS.sub("-", command.__name__).lower()


class Actions:
    """Knows the commands of some aggregates by kind and name, and the roles that may give them."""

    def __init__(self, aggregates: Iterable[Aggregate[Any]]) -> None:
        self._rows = {
            (each.kind, row.command.__name__): (slug(row.command), row.by)
            for each in aggregates
            for row in each.decisions
        }

    def after(self, outcome: Outcome, role: Role) -> list[str]:
        """The commands that whoever has brought this outcome about may give in ``role``.

        An outcome that was stored long ago may name a command that there is no longer.
        """
        return self._given(outcome.kind, outcome.actions, role)

    def possible(self, of: Aggregate[S], current: S, at: Circumstances) -> list[str]:
        """The commands that ``at.by`` may give as things stand."""
        names = sorted(command.__name__ for command in of.possible_to(current, at))
        return self._given(of.kind, names, at.by.role)

    def _given(self, kind: str, names: Sequence[str], role: Role) -> list[str]:
        rows = [row for name in names if (row := self._rows.get((kind, name)))]
        return [name for name, by in rows if role in by]
