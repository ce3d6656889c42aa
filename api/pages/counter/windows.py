"""The windows at which an officer takes in, and what they do today."""

from collections.abc import Sequence
from typing import NamedTuple

from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.views.openings import OpeningView, asked_of, opening, prefectures
from domain.case.intake.window_power import WINDOW_KINDS
from domain.offices.tree import OFFICES, within
from domain.services.catalogue import EVERY_SERVICE
from domain.services.service import Group
from domain.services.window.matter import FormPart
from domain.services.window.table import ROWS
from domain.services.window.window_service import WindowService


class OfferedService(NamedTuple):
    """A service, and whether the window does it today. An examination that was sat is judged by
    its site and its day.
    """

    row: WindowService
    today: OpeningView

    @property
    def at_a_site(self) -> bool:
        return FormPart.EXAM in self.row.matter.parts


def windows_of(identity: Identity, language: Language) -> list[tuple[str, str]]:
    """Pairs of code and name: the windows of his own office, and those below it."""
    office = identity.actor.office or ""
    found = [
        each.id
        for each in OFFICES.values()
        if each.kind in WINDOW_KINDS and within(each.id, office)
    ]
    first = sorted(found, key=lambda each: (each != office, each))
    return [(each, OFFICES[each].title.text(language)) for each in first]


async def offered_at(
    desk: Desk, counter: str, rows: Sequence[WindowService]
) -> list[OfferedService]:
    record = OFFICES[counter]
    state = (await prefectures(desk, [record.region_code]))[record.region_code]
    found = []
    for row in rows:
        sought = asked_of(row.code, desk.catalogue)
        assert sought
        found.append(OfferedService(row, opening(record, sought, state, desk.today)[1]))
    return found


def taken_in_here() -> list[WindowService]:
    """Every service that windows take in, in the order of the table."""
    return [row for row in ROWS.values() if row.taken_in and EVERY_SERVICE[row.code].open]


def by_group(offered: Sequence[OfferedService]) -> list[tuple[Group, list[OfferedService]]]:
    return [
        (group, found)
        for group in Group
        if (found := [each for each in offered if each.row.matter.group is group])
    ]
