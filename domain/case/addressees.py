"""Who is told of a case, and by which number or address he is reached."""

import logging
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple
from uuid import UUID

import msgspec

from domain.case.state import Case
from domain.keyring import Keyring
from domain.notices.kinds import OF_CASES, Addressee, NoticeChannel
from domain.vault import SealBroken, unseal

_WAYS: Final = ((NoticeChannel.SMS, "mobile"), (NoticeChannel.EMAIL, "email"))
"""The fields of a part that tell how somebody is reached. The first way is taken first."""
_FILED: Final = ((NoticeChannel.SMS, "new_mobile"), *_WAYS)
"""The same where a contact was filed. Of whoever became the owner it is that of his own case."""
_log: Final = logging.getLogger(__name__)


class Reached(NamedTuple):
    """A way to somebody."""

    channel: NoticeChannel
    to: str


class Addressees:
    """Opens what the application says of the people who are told."""

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring

    async def of(self, case: UUID, current: Case) -> list[Addressee]:
        """Those who are told. One number is told once, whoever answers it.

        Raises :class:`~domain.keyring.KeyErased` if the personal data of the case were erased.
        """
        told: dict[str, Addressee] = {}
        for each in OF_CASES:
            if each.value in current.sealed:
                ways = await self.ways(case, current, each)
                told.setdefault(ways[0].to if ways else each.value, each)
        return list(told.values())

    async def ways(self, case: UUID, current: Case, to: Addressee) -> list[Reached]:
        """By what he is reached, the best way first. Raises as :meth:`of` does."""
        return list(_ways(await self._part(case, current, to.value), _WAYS))

    async def filed(self, case: UUID, current: Case, part: str) -> list[Reached]:
        """By what somebody is reached who has filed his contact with a case, in this part of it."""
        return list(_ways(await self._part(case, current, part), _FILED))

    async def _part(self, case: UUID, current: Case, name: str) -> dict[str, Any]:
        """What he has told of himself. What does not open tells nothing."""
        sealed = current.sealed.get(name)
        if sealed is None or current.key_id is None:
            return {}
        try:
            clear = unseal(await self._keyring.key(current.key_id), case, name, sealed)
            return msgspec.json.decode(clear, type=dict[str, Any])
        except (SealBroken, msgspec.MsgspecError, UnicodeDecodeError):
            _log.error("notices: part %s of case %s does not open", name, case)
            return {}


def _ways(told: dict[str, Any], fields: Iterable[tuple[NoticeChannel, str]]) -> Iterator[Reached]:
    for channel, field in fields:
        if value := told.get(field):
            yield Reached(channel, str(value))
