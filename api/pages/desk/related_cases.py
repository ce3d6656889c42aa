"""The other cases of a case's person, vehicle or licence, for whoever decides on it."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Final, NamedTuple

from api.dependencies import read_connection
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.masking import part
from api.security.events import PERSON_LOOKED_UP
from api.security.log import noted
from api.unopened import PartUnopened
from domain.access import offices_of
from domain.case.case import CASE
from domain.case.state import Case
from domain.door.attempt import Opened
from domain.services.catalogue import EVERY_SERVICE
from domain.submission.sealing import NOTE
from domain.vault import Purpose
from projections.caseload.queries import Entry, lookup

_MOST: Final = 10


class RelatedCase(NamedTuple):
    address: str
    title: str
    stage: str
    submitted_at: datetime


class RelatedCases(NamedTuple):
    """Those of his offices, newest first. ``is_more`` says that the oldest were left out."""

    cases: list[RelatedCase]
    is_more: bool


async def related_cases(
    desk: Desk, identity: Identity, opened: Opened[Case], language: Language
) -> RelatedCases:
    """Looks them up by the numbers of its form, and records a look at each as a look-up does.

    So what was written under an earlier index key is found too. Numbers in a part that cannot be
    opened find nothing.
    """
    numbers = {number async for number in _numbers(desk, opened)}
    await desk.follow_keys()
    indexes = [index for number in numbers for index in desk.index.all_of(*number)]
    async with read_connection(desk) as reading:
        # One more than is shown, and the case itself.
        entries = await lookup(reading, offices_of(identity.actor), indexes, limit=_MOST + 2)
    others = [each for each in entries if each.case_id != opened.stream]
    shown = others[:_MOST]
    desk.accesses.found_seen(shown, identity.actor)
    if shown:
        noted(PERSON_LOOKED_UP, purpose="case", found=len(shown))
    return RelatedCases([_told(each, language) for each in shown], len(others) > _MOST)


async def _numbers(desk: Desk, opened: Opened[Case]) -> AsyncIterator[tuple[Purpose, str]]:
    """The applicant's, and those of every vehicle and licence that the form names."""
    current = opened.state
    for name in current.sealed.keys() - {NOTE}:
        try:
            said = await part(desk.keyring, opened.stream, current.key_id, current.sealed, name)
        except PartUnopened:
            continue
        match said:
            case {"id_no": str(number)} if name == "applicant":
                yield Purpose.ID_NO, number
        match said:
            case {"vin": str(number)}:
                yield Purpose.VIN, number
        match said:
            case {"plate_kind": str(kind), "plate_no": str(number)}:
                yield Purpose.PLATE, f"{kind}:{number}"
        match said:
            case {"licence_no": str(number)}:
                yield Purpose.LICENCE, number


def _told(entry: Entry, language: Language) -> RelatedCase:
    return RelatedCase(
        f"/desk/case/{entry.case_id}",
        EVERY_SERVICE[entry.service].title.text(language),
        CASE.words.stages[entry.stage].text(language),
        entry.submitted_at,
    )
