"""What a decision of a prefecture would do to its cases, as the API and the page foretell it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from api.actions import slug
from api.dependencies import read_connection
from api.desk import Desk
from api.identity import Identity
from domain.aggregate import Decision
from domain.door.attempt import Opened
from domain.message import Command, Event
from domain.offices.tree import OFFICES
from domain.people import Role
from domain.prefectures.events import CaseworkTransferred
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import Prefecture
from domain.prefectures.windows import closing
from domain.services.catalogue import Catalogue
from projections.caseload.preview import Concerned, in_hand, needing_windows

ROWS: Final[Mapping[str, Decision[Prefecture, Any]]] = {
    slug(row.command): row for row in PREFECTURE.decisions if row.by - {Role.SYSTEM}
}
"""The decisions of a prefecture by the last steps of their addresses."""


@dataclass(frozen=True, slots=True)
class Foretold:
    """``opens`` are cases that would go on on ``day``, ``holds`` those that would rest, and
    ``moves`` those that would go to another office. Nothing is stored.
    """

    day: date
    before: Prefecture
    after: Prefecture
    opens: Sequence[Concerned]
    holds: Sequence[Concerned]
    moves: Sequence[Concerned]


async def foretold(
    desk: Desk, opened: Opened[Prefecture], command: Command, identity: Identity
) -> Foretold:
    """Counts the open cases on the day of effect, beside what would hold then without it.

    Raises whatever the decision itself would be refused for.
    """
    at = desk.door.circumstances(opened, identity.actor, identity.id_indexes)
    before = opened.state
    decided = PREFECTURE.decide(before, command, at)
    day = max((_day(event, at.today) for event in decided.events), default=at.today)
    async with read_connection(desk) as reading:
        needing = await needing_windows(reading, decided.after.region)
        moves = [
            each
            for event in decided.events
            if isinstance(event, CaseworkTransferred)
            for each in await in_hand(reading, event.from_office)
        ]
    opens, holds = _changed(needing, before, decided.after, day, desk.catalogue)
    return Foretold(day, before, decided.after, opens, holds, moves)


def _day(event: Event, today: date) -> date:
    day: date | None = getattr(event, "effective_on", None)
    return day or today


def _changed(
    needing: Sequence[Concerned],
    before: Prefecture,
    after: Prefecture,
    day: date,
    catalogue: Catalogue,
) -> tuple[list[Concerned], list[Concerned]]:
    """Those whose window is closed without the decision and open with it, and the other way."""
    opens, holds = [], []
    for each in needing:
        office, business = OFFICES[each.office], catalogue[each.service].business
        was, becomes = (closing(state, office, business, day) for state in (before, after))
        if was and not becomes:
            opens.append(each)
        elif becomes and not was:
            holds.append(each)
    return opens, holds
