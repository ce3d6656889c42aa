"""A register elsewhere, over HTTP, by the contract of ``docs/register.openapi.json`` (ADR 49).

Whom an inquiry is about never stands in an address, so nobody's log of addresses tells it.
"""

from typing import Final
from uuid import UUID

import httpx
import msgspec

from domain.identifiers.invalid import InvalidIdentifier
from domain.register.port import Inquiry, OrderedChanges, RegisterAway, RegisterExtract
from domain.vault import BlindIndex
from workers.outside_system import OutsideSystem
from workers.registers.contract import extract

LONGEST: Final = 262_144
"""So many bytes an answer may have."""


class ChangesRefused(Exception):
    """The register will not carry the changes out. A person has to look at it."""


class OutsideRegister:
    """A :class:`~domain.register.port.RegisterPort`. ``http`` knows its address and its token."""

    def __init__(self, http: httpx.AsyncClient, names: BlindIndex) -> None:
        self._there = OutsideSystem("register", http, RegisterAway, LONGEST)
        self._names = names

    async def ask(self, inquiry: Inquiry) -> RegisterExtract:
        body = await self._there.told("POST", "inquiries", inquiry)
        try:
            return extract(body, self._names)
        except (msgspec.MsgspecError, UnicodeDecodeError, InvalidIdentifier) as garbage:
            why = f"off the contract ({type(garbage).__name__})"
            raise self._there.unusable(why) from None

    async def change(self, id: UUID, ordered: OrderedChanges) -> None:
        """Has the changes carried out. Those of one id are carried out once.

        Raises :class:`RegisterAway`, or :class:`ChangesRefused`.
        """
        await self._there.ordered(f"changes/{id}", ordered, ChangesRefused)
