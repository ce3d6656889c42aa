"""What an applicant does in his application, as the routes for programs have it."""

from collections.abc import Mapping
from itertools import takewhile
from typing import Any, Final
from uuid import UUID

import msgspec

from api import applicant_commands
from api.actions import slug
from api.applicant_acts import handled
from api.command_request import decoded, request_by, required_key
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.pages.kit.forms import version_seen
from api.pages.mine.papers import waiting_papers
from api.preconditions import Versions
from api.problems import Problem
from api.resources import CASES
from api.sealed_text import with_sealed_text
from domain.case.case import CASE
from domain.case.delivery.commands import ChangeToPickup, ChangeToPost, RequestRepost
from domain.case.intake.commands import SupplyCorrection
from domain.case.overlays.commands import (
    AgreeToTransfer,
    DeclineTransfer,
    RequestGreenChannel,
    WithdrawCase,
)
from domain.case.overlays.events import InternalNoteWritten
from domain.case.penalty.commands import AcceptFacts, MakeStatement
from domain.case.remedies.commands import FileReconsideration
from domain.case.vocabulary import CaseCommand
from domain.door.door import Asked
from domain.services.choices import DeliveryMode

CORRECT: Final = slug(SupplyCorrection)
PICK_UP: Final = slug(ChangeToPickup)
GREEN: Final = slug(RequestGreenChannel)
ACCEPT: Final = slug(AcceptFacts)
STATE: Final = slug(MakeStatement)
POSTED: Final = (slug(RequestRepost), slug(ChangeToPost))
_PLAIN: Final[Mapping[str, type[CaseCommand]]] = {
    slug(each): each
    for each in (WithdrawCase, AgreeToTransfer, DeclineTransfer, FileReconsideration, AcceptFacts)
}
TITLES: Final = {
    slug(each): CASE.words.commands[each.__name__]
    for each in (
        SupplyCorrection,
        AcceptFacts,
        MakeStatement,
        AgreeToTransfer,
        DeclineTransfer,
        RequestRepost,
        ChangeToPost,
        ChangeToPickup,
        RequestGreenChannel,
        FileReconsideration,
        WithdrawCase,
    )
}
"""The acts in the order in which a page offers them."""
RECIPIENT: Final = ("recipient_name", "recipient_mobile", "region_code", "address", "postcode")

Sent = Mapping[str, str]


async def give(desk: Desk, applicant: Identity, case: UUID, sent: Sent, language: Language) -> None:
    """Raises the problem of a form that is wrong, or the refusal of the decision.

    The key of the form makes what is sent twice one command.
    """
    act = sent.get("act", "")
    if act not in TITLES:
        raise Problem("not-found", 404)
    body = msgspec.json.encode(_body(act, sent))
    by = request_by(
        applicant,
        stream=case,
        name=act,
        body=body,
        key=required_key(sent.get("key")),
        expected=await _as_he_saw_it(desk, applicant, case, version_seen(sent)),
    )
    command = await _command(desk, applicant, act, body, language)
    await handled(desk, case, command, by, language)


async def _as_he_saw_it(desk: Desk, applicant: Identity, case: UUID, seen: int) -> Versions:
    """The version of his page, and those to which only words between officers have led since.

    He must not learn of them by a form that is refused.
    """
    _, history = await desk.door.open(CASE, case, applicant.actor)
    unseen = takewhile(lambda each: isinstance(each.event, InternalNoteWritten), history[seen:])
    return Versions(only=frozenset({seen, *(each.version for each in unseen)}))


async def _command(
    desk: Desk, applicant: Identity, act: str, body: bytes, language: Language
) -> Asked:
    if act in _PLAIN:
        return decoded(_PLAIN[act], body, language)
    if act == CORRECT:
        return await applicant_commands.correction(desk, applicant, body, language)
    if act == STATE:
        return with_sealed_text(desk, CASES.key_of, decoded(MakeStatement, body, language))
    if act == GREEN:
        return await applicant_commands.green_channel(desk, applicant, body, language)
    return applicant_commands.another_way(desk, body, language)


def _body(act: str, sent: Sent) -> dict[str, Any]:
    """The body that a program would send."""
    match act:
        case "agree-to-transfer":
            return _filled(sent, "to_office")
        case _ if act == STATE:
            return _filled(sent, "note")
        case _ if act == PICK_UP:
            mode = {"mode": DeliveryMode.PICKUP}
            return {"delivery": {**mode, **_filled(sent, "pickup_office_id")}}
        case _ if act in POSTED:
            return {"delivery": _recipient(sent)}
        case _ if act == CORRECT:
            papers = [each.document for each in waiting_papers(sent.get("papers", ""))]
            address = {"delivery": _recipient(sent)} if RECIPIENT[0] in sent else {}
            return {"documents": papers, **address}
        case _ if act == GREEN:
            papers = [each.document for each in waiting_papers(sent.get("papers", ""))]
            return {**_filled(sent, "kind"), "documents": papers}
    return {}


def _recipient(sent: Sent) -> dict[str, str]:
    return {"mode": DeliveryMode.POST, **_filled(sent, *RECIPIENT)}


def _filled(sent: Sent, *names: str) -> dict[str, str]:
    """What is empty was not said."""
    return {name: sent[name] for name in names if sent.get(name)}
