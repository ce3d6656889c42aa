"""How many cases each decision about windows has held and released."""

from collections import Counter
from collections.abc import Sequence
from typing import Final, LiteralString, NamedTuple

import msgspec

from domain.case.grounds import Hold
from domain.case.overlays.events import HoldReleased, HoldSet
from domain.event_store.transaction import Connection
from domain.message import Event
from domain.prefectures.state import names_a_decision
from projections.engine.projection import Figures

_HELD: Final = "held"
_RELEASED: Final = "released"
_BY_DECISION: Final[LiteralString] = """
SELECT decision, coalesce(sum(value) FILTER (WHERE what = 'held'), 0)::bigint,
       coalesce(sum(value) FILTER (WHERE what = 'released'), 0)::bigint
FROM projections.caseload_figures WHERE value <> 0 GROUP BY decision ORDER BY decision"""


class WindowHolds(msgspec.Struct, frozen=True):
    """The key of a figure: a decision about windows, and whether cases were held or released."""

    decision: str
    what: str


class DecisionHolds(NamedTuple):
    """Of those ``held`` by a decision the rest, which are not ``released``, are held still."""

    decision: str
    held: int
    released: int


def held_by(event: Event) -> str | None:
    """The decision about windows that holds the case by this event, if one does."""
    return _decision(event) if isinstance(event, HoldSet) else None


def released_by(event: Event) -> str | None:
    """The decision about windows whose hold is lifted by this event, if one is."""
    return _decision(event) if isinstance(event, HoldReleased) else None


def _decision(event: HoldSet | HoldReleased) -> str | None:
    """Its basis, if it is a decision about windows and the hold is that of a closed window."""
    of_windows = event.kind is Hold.OFFICE_SUSPENDED and names_a_decision(event.basis)
    return event.basis if of_windows else None


def figures(held: Sequence[str], released: Sequence[str], *, ended: bool) -> Figures:
    """Each hold of a closed window, and each that ended: it was lifted, or the case has ended."""
    still = Counter(held) - Counter(released) if ended else Counter[str]()
    counted = Counter((by, _HELD) for by in held)
    counted.update((by, _RELEASED) for by in (*released, *still.elements()))
    return counted


async def window_holds(connection: Connection) -> Sequence[DecisionHolds]:
    """Those of every decision that held any case. The code of its prefecture begins each id."""
    cursor = await connection.execute(_BY_DECISION)
    return [DecisionHolds(*row) for row in await cursor.fetchall()]
