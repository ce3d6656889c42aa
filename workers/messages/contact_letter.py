"""After a change of contact the old and the new number are told, so that nobody does it unseen.

The old number is the one that the applicant gave with his application.
"""

import logging
from collections.abc import Sequence
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
from domain.register.changes import ContactChanged
from domain.sms import Sms
from domain.titles import Title
from domain.vault import SealBroken, unseal
from workers.messages.letter import Letter, sms

_APPLICANT: Final = "applicant"
_TO_NEW: Final = Title(
    "【河南车管】您登记的联系方式已变更，今后的通知发往本号码。",
    "Your registered contact has been changed. Notices come to this number from here on.",
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


def contact_letter(door: Door, keyring: Keyring) -> Letter:
    async def part(case: UUID, state: Case, name: str) -> dict[str, Any]:
        """A sealed part of the application. What was erased, or does not open, has nothing."""
        if state.key_id is None or name not in state.sealed:
            return {}
        try:
            clear = unseal(await keyring.key(state.key_id), case, name, state.sealed[name])
            return msgspec.json.decode(clear, type=dict[str, Any])
        except KeyErased:
            return {}
        except (SealBroken, msgspec.MsgspecError, UnicodeDecodeError):
            _log.error("messenger: part %s of case %s does not open", name, case)
            return {}

    async def write(cause: RecordedEvent) -> Sequence[Sms]:
        event = cause.event
        assert isinstance(event, RegisterChangesOrdered)
        parts = [change.part for change in event.changes if isinstance(change, ContactChanged)]
        if not parts:
            return []
        opened, _ = await door.open(CASE, cause.stream, system("messenger"))
        old = (await part(cause.stream, opened.state, _APPLICANT)).get("mobile")
        new = (await part(cause.stream, opened.state, parts[0])).get("new_mobile")
        told = [sms(cause, "old", old, _to_old(new))] if old else []
        if new and new != old:
            told.append(sms(cause, "new", new, _TO_NEW))
        return told

    return Letter(RegisterChangesOrdered, write)
