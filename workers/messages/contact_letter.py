"""After a change of contact the old and the new number are told, so that nobody does it unseen.

They are told too when it is undone. The old number is the one that the register had on file.
What an application calls the old number is told nothing: whoever applies in another's name would
be told instead of him (ADR 52).
"""

import logging
from collections.abc import Iterable, Sequence
from typing import Any, Final
from uuid import UUID

import msgspec

from domain.case.case import CASE
from domain.case.review.events import RegisterChangesOrdered
from domain.case.state import Case
from domain.door.door import Door
from domain.identifiers import mobile
from domain.keyring import KeyErased, Keyring
from domain.people import system
from domain.recorded_event import RecordedEvent
from domain.register.changes import AnyChange, ContactChanged, OutcomeUndone
from domain.register.contact import APPLICANT
from domain.services.catalogue import EVERY_SERVICE
from domain.services.service import Subject
from domain.sms import Sms
from domain.titles import Title
from domain.vault import SealBroken, unseal
from workers.messages.letter import Letter, sms
from workers.registers.filed_contacts import filed_before

_NEW: Final = "new_mobile"
_OF_THE_OWNER: Final = "mobile"
"""The number of whoever became the owner, in the part of his case that tells who he is."""
_WHO_LOOKS: Final = system("messenger")
_TO_NEW: Final = Title(
    "【河南车管】您登记的联系方式已变更，今后的通知发往本号码。",
    "Your registered contact has been changed. Notices come to this number from here on.",
)
_UNDONE: Final = Title(
    "【河南车管】您申请的联系方式变更已撤销，登记的联系方式恢复为变更前的内容。",
    "Your change of contact has been undone. What was registered before it is registered again.",
)
_log: Final = logging.getLogger(__name__)


def _to_old(new: str | None) -> Title:
    """Whoever holds the old number may be another person by then, so the new one is masked."""
    if new is None:
        zh, en = "", ""
    else:
        masked = mobile.mask(new)
        zh, en = f"，新手机号码为{masked}", f" to {masked}"
    return Title(
        f"【河南车管】您登记的联系方式已变更{zh}。非本人办理的，请立即与车辆管理所联系。",
        f"Your registered contact has been changed{en}. If it was not you, call the vehicle office "
        "at once.",
    )


def _parts(changes: Iterable[AnyChange]) -> list[str]:
    return [each.part for each in changes if isinstance(each, ContactChanged)]


def contact_letter(door: Door, keyring: Keyring) -> Letter:
    async def part(case: UUID, state: Case, name: str) -> dict[str, Any] | None:
        """A sealed part of an application, or None if it was erased or does not open."""
        if state.key_id is None or name not in state.sealed:
            return {}
        try:
            clear = unseal(await keyring.key(state.key_id), case, name, state.sealed[name])
            return msgspec.json.decode(clear, type=dict[str, Any])
        except KeyErased:
            return None
        except (SealBroken, msgspec.MsgspecError, UnicodeDecodeError):
            _log.error("messenger: part %s of case %s does not open", name, case)
            return None

    async def on_file(case: UUID, state: Case) -> str | None:
        """The number that was filed last, which a change of an address alone has left as it was.

        It is unknown where a contact in between was erased.
        """
        subject = EVERY_SERVICE[state.service].subject
        stream = state.vehicle if subject is Subject.VEHICLE else state.licence
        if stream is None:
            return None
        for filed in reversed(await filed_before(door, subject, stream, case)):
            opened, _ = await door.open(CASE, filed.case, _WHO_LOOKS)
            told = await part(filed.case, opened.state, filed.part)
            name = _OF_THE_OWNER if filed.part == APPLICANT else _NEW
            if told is None or told.get(name):
                return None if told is None else str(told[name])
        return None

    async def write(cause: RecordedEvent) -> Sequence[Sms]:
        event = cause.event
        assert isinstance(event, RegisterChangesOrdered)
        undone = next((each for each in event.changes if isinstance(each, OutcomeUndone)), None)
        filed, fallen = _parts(event.changes), _parts(undone.changes if undone else ())
        parts = filed or fallen
        if not parts:
            return []
        opened, _ = await door.open(CASE, cause.stream, _WHO_LOOKS)
        old = await on_file(cause.stream, opened.state)
        new = (await part(cause.stream, opened.state, parts[0]) or {}).get(_NEW)
        told = [sms(cause, "old", old, _to_old(new) if filed else _UNDONE)] if old else []
        if new and new != old:
            told.append(sms(cause, "new", new, _TO_NEW if filed else _UNDONE))
        return told

    return Letter(RegisterChangesOrdered, write)
