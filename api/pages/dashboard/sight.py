"""Which of the cases behind the figures a viewer may list. Nobody else finds a link to them."""

from dataclasses import dataclass
from functools import cache
from typing import Final
from urllib.parse import urlencode

from api.identity import Identity
from domain.access import offices_of
from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES
from domain.people import Role

LEADERS: Final = frozenset({Role.SUPERVISOR, Role.HQ})
CASES: Final = "/dashboard/cases"
EVERYWHERE: Final = "all"
"""As a region it means the whole province, also for who leads the office of a city."""


@dataclass(frozen=True, slots=True)
class LeaderSight:
    """``offices`` are those whose cases he may list. ``own`` is the city that he leads."""

    offices: frozenset[str] = frozenset()
    own: str | None = None

    def list_of(self, places: frozenset[str], **chosen: str | None) -> str | None:
        """The address of a list of cases of these offices, if he may see all of them.

        A figure leads to its cases only if the list has as many as the figure says.
        """
        if not places or not places <= self.offices:
            return None
        asked = {name: each for name, each in chosen.items() if each}
        return f"{CASES}?{urlencode(asked)}"


NOTHING: Final = LeaderSight()


def sight_of(who: Identity | None) -> LeaderSight:
    if who is None or who.actor.role not in LEADERS:
        return NOTHING
    office = OFFICES.get(who.actor.office or "")
    own = office.region_code if office and who.actor.role is Role.SUPERVISOR else None
    return LeaderSight(frozenset(offices_of(who.actor)), own)


_POLICE: Final = frozenset({OfficeKind.HEADQUARTERS, OfficeKind.DETACHMENT, OfficeKind.SQUAD})
"""They command, and handle no case."""


@cache
def offices_at(region: str | None, office: str | None = None) -> frozenset[str]:
    """The offices that handle cases at a place: one of them, those of a region, or all."""
    if office:
        return frozenset({office})
    return frozenset(
        code
        for code, each in OFFICES.items()
        if each.kind not in _POLICE and region in {None, each.region_code}
    )
