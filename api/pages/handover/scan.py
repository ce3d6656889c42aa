"""What a scanner has read: the reference on a label, and then the number that the carrier gave."""

from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID

import msgspec

from api.command_outcome import carried_out
from api.command_request import request_by
from api.dependencies import read_connection
from api.desk import Desk
from api.identity import Identity
from api.pages.handover import words
from api.preconditions import exactly
from api.rates.buckets import LOOKUPS
from api.rates.guesses import Drawn
from domain.case.case import CASE
from domain.case.delivery.commands import HandToPost
from domain.case.delivery.parcel import case_of, claim_to
from domain.case.delivery.refusals import ParcelUnknown
from domain.case.stage import Stage
from domain.case.state import Case
from domain.door.attempt import Opened
from domain.door.refusals import NotFound
from domain.identifiers import postal_item, reference
from domain.identifiers.invalid import InvalidIdentifier
from domain.titles import Title
from projections.tracking.row import by_reference


class Scanned(NamedTuple):
    """``chosen`` waits for its number. ``handed`` has just been given to the carrier under
    ``item_no``. Otherwise ``wrong`` says why nothing was done.
    """

    chosen: Opened[Case] | None = None
    handed: UUID | None = None
    item_no: str = ""
    wrong: Title | None = None


async def scanned(desk: Desk, identity: Identity, sent: Mapping[str, str]) -> Scanned:
    """Takes a text as the number of the parcel that was chosen, or else as a reference.

    Thirteen digits may be both, so what was scanned before decides. Raises the refusal of the
    handing over.
    """
    text, chosen = sent.get("scanned", ""), _chosen(sent)
    if chosen is None:
        return await _referred(desk, identity, text)
    opened, _ = await desk.door.open(CASE, chosen, identity.actor)
    try:
        item = postal_item.parse(text)
    except InvalidIdentifier:
        if _is_of(opened.state, text):
            return Scanned(wrong=words.SAME_LABEL)
        return await _referred(desk, identity, text)
    command = HandToPost(item_no=item.text)
    by = request_by(
        identity,
        stream=chosen,
        name=HandToPost.__name__,
        body=msgspec.json.encode(command),
        expected=exactly(opened.version),
    )
    await carried_out(desk, by.command_id, desk.door.handle(CASE, chosen, command, by))
    return Scanned(handed=chosen, item_no=item.text)


def _chosen(sent: Mapping[str, str]) -> UUID | None:
    try:
        return UUID(sent["case"]) if sent.get("case") else None
    except ValueError:
        return None


async def _referred(desk: Desk, identity: Identity, text: str) -> Scanned:
    """The case of a reference, if its parcel waits here. A wrong one is a wrong guess."""
    try:
        wanted = reference.parse(text).text
    except InvalidIdentifier:
        return await _unreferred(desk, identity, text)
    attempt = await desk.guesses.attempt(Drawn(LOOKUPS, identity.principal))
    async with read_connection(desk) as reading:
        row = await by_reference(reading, wanted)
    try:
        found = await desk.door.open(CASE, row.stream, identity.actor) if row else None
    except NotFound:
        found = None
    if found is None:
        await attempt.wrong()
        return Scanned(wrong=words.NOT_HERE)
    await attempt.void()
    opened, _ = found
    match opened.state.stage:
        case Stage.READY_TO_SEND:
            return Scanned(chosen=opened)
        case Stage.IN_POST:
            return Scanned(wrong=_told(words.HANDED_BEFORE, opened.state))
    return Scanned(wrong=_told(words.NOT_TO_POST, opened.state))


async def _unreferred(desk: Desk, identity: Identity, text: str) -> Scanned:
    """Says what was scanned where a reference is due. Often it is a number that was just used."""
    try:
        number = postal_item.parse(text).text
    except InvalidIdentifier:
        return Scanned(wrong=words.UNREADABLE)
    attempt = await desk.guesses.attempt(Drawn(LOOKUPS, identity.principal))
    claim = claim_to(number)
    try:
        held, _ = await desk.door.open(claim.of, claim.stream, identity.actor)
        opened, _ = await desk.door.open(CASE, case_of(held.state), identity.actor)
    except (NotFound, ParcelUnknown):
        await attempt.wrong()
        return Scanned(wrong=words.NUMBER_FIRST.filled(item=Title(number, number)))
    await attempt.void()
    return Scanned(wrong=_told(words.NUMBER_USED, opened.state, number))


def _is_of(current: Case, text: str) -> bool:
    try:
        return reference.parse(text).text == current.reference
    except InvalidIdentifier:
        return False


def _told(text: Title, current: Case, number: str = "") -> Title:
    """The text with the reference, the item number and the stage of the case."""
    item = number or current.item_no or ""
    return text.filled(
        reference=Title(current.reference, current.reference),
        item=Title(item, item),
        stage=CASE.words.stages[current.stage],
    )
