"""Numbers that people of the town choose online, and what they bring to a window with one."""

import json
from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Final
from uuid import UUID

from cheguan.town.blocks import Body
from cheguan.town.brought import Brought
from cheguan.town.customs import CUSTOMS
from cheguan.town.fates import Fate, Plan
from cheguan.town.life import DrawNumbers, PickNumber
from domain.case.case import CASE
from domain.case.choosing import Choosing
from domain.case.reservation.commands import ChooseNumber, OfferNumbers
from domain.case.reservation.events import NumbersOffered
from domain.case.state import Case
from domain.keyring import Keyring
from domain.message import Command
from domain.people import system
from domain.services.split import NUMBER
from domain.submission.chosen_number import number_part
from domain.submission.drawn_numbers import DrawnNumbers, offer_part, offer_told
from domain.vault import unseal

_READER: Final = system("town")
_TOLD: Final = ("applicant", "vehicle", "old_plate")
"""The parts of an application that are compared with the originals at the window."""


async def chosen(
    numbers: DrawnNumbers, keyring: Keyring, case: UUID, current: Case, wish: Command
) -> Command:
    """The command that a wish of the town becomes. Any other command stays as it is."""
    if isinstance(wish, DrawNumbers):
        return await _drawn(numbers, current)
    if isinstance(wish, PickNumber):
        return await _picked(numbers, keyring, case, current)
    return wish


async def _drawn(numbers: DrawnNumbers, current: Case) -> OfferNumbers:
    """The next ten numbers, whose sealed part still stands in the clear."""
    choosing = _choosing(current)
    found = await numbers.next(choosing, current.office)
    clear = {offer_part(found.batch.batch): offer_told(found.numbers).decode()}
    return numbers.offered(choosing, found, clear)


async def _picked(
    numbers: DrawnNumbers, keyring: Keyring, case: UUID, current: Case
) -> ChooseNumber:
    """One of those that were drawn last, whose sealed part still stands in the clear."""
    choosing = _choosing(current)
    _, history = await numbers.door.open(CASE, case, _READER)
    last = next(e.envelope.event for e in reversed(history) if _is_offer(e.envelope.event))
    assert isinstance(last, NumbersOffered)
    offered = await _opened(keyring, case, current, last.sealed, offer_part(choosing.batch))
    text = Random(str(choosing.session)).choice(offered["numbers"])
    return ChooseNumber(
        number_stream=numbers.stream(choosing, text),
        sealed={NUMBER: number_part(text).decode()},
    )


async def at_the_window(
    keyring: Keyring, case: UUID, current: Case, plan: Plan
) -> tuple[Plan, Brought]:
    """The registration for which the number was reserved, and what of it was told before."""
    service = CUSTOMS[current.service].registration
    assert service is not None
    told: Body = {}
    for part in _TOLD:
        if part in current.sealed:
            told |= await _opened(keyring, case, current, current.sealed, part)
    number = await _opened(keyring, case, current, current.sealed, NUMBER)
    gets = {"plate_kind": _choosing(current).plate_kind.value, **number}
    then = replace(plan, service=service, counter=current.office, fate=Fate.STRAIGHT)
    return then, Brought(told=told, gets=gets)


def _choosing(current: Case) -> Choosing:
    assert current.choosing is not None
    return current.choosing


def _is_offer(event: object) -> bool:
    return isinstance(event, NumbersOffered)


async def _opened(
    keyring: Keyring, case: UUID, current: Case, sealed: Mapping[str, str], part: str
) -> Body:
    assert current.key_id is not None
    key = await keyring.key(current.key_id)
    found: Body = json.loads(unseal(key, case, part, sealed[part]))
    return found
