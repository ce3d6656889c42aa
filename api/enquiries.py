"""How a question comes on record, and how an officer is shown who has asked it."""

from collections.abc import Mapping
from typing import Annotated, Final
from uuid import UUID, uuid4

import msgspec

from api.command_outcome import carried_out
from api.command_request import decoded, request_by
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.preconditions import exactly
from api.problems import Problem
from api.sealed_text import with_sealed_text
from api.unopened import unopened
from domain.accesses.kind import RevealPurpose
from domain.case.case import CASE
from domain.case_id import new_case_id
from domain.door.attempt import Opened
from domain.door.door import Begun
from domain.door.outcome import Outcome
from domain.door.request import Request
from domain.enquiries.asked import PART, AskedBy, sealed_question
from domain.enquiries.commands import EnquiryCommand, ShowCaller
from domain.enquiries.enquiry import ENQUIRY
from domain.enquiries.kind import EnquiryChannel, EnquiryTopic
from domain.enquiries.state import Enquiry
from domain.keyring import KeyErased
from domain.message import Command
from domain.named_person import as_events_name_him
from domain.people import Role
from domain.spelling import AS_NUMBER, AS_SEEN, OfficeId
from domain.vault import SealBroken, unseal

_NAME: Final = "ReceiveEnquiry"
NO_OFFICE: Final = "enquiry-office-missing"


class AskEnquiry(Command, frozen=True, kw_only=True):
    """A question, and how to reach whoever asks it. All of that is sealed before it is stored.

    ``case`` is the application that it is about. Then ``office`` need not be named. An officer
    says by which ``channel`` it has come, if it was not the telephone.
    """

    question: Annotated[str, msgspec.Meta(min_length=1, max_length=2000), AS_SEEN]
    topic: EnquiryTopic
    channel: EnquiryChannel | None = None
    office: OfficeId | None = None
    case: UUID | None = None
    name: Annotated[str, msgspec.Meta(max_length=40), AS_SEEN] = ""
    mobile: Annotated[str, msgspec.Meta(pattern=r"^([0-9]{7,20})?$"), AS_NUMBER] = ""


async def taken_down(
    desk: Desk, identity: Identity, asked: AskEnquiry, *, body: bytes, key: str
) -> Outcome:
    """Takes the question down. What was sent twice with one key is one question.

    Raises the refusal of the decision, 404 for a case that the caller may not see, and 422 if
    nothing says to which office it goes.
    """
    office = asked.office
    if asked.case is not None:
        opened, _ = await desk.door.open(CASE, asked.case, identity.actor)
        office = office or opened.state.office
    office = office or identity.actor.office
    if office is None:
        raise Problem(NO_OFFICE, 422)
    return await received(desk, identity, asked, office, body=body, key=key)


async def received(
    desk: Desk, identity: Identity, asked: AskEnquiry, office: str, *, body: bytes, key: str
) -> Outcome:
    """Takes down a question to the office by somebody who may ask about ``asked.case``."""
    stream, data_key = new_case_id(), await desk.keyring.new_key()
    command = sealed_question(
        AskedBy(question=asked.question, name=asked.name, mobile=asked.mobile),
        data_key,
        stream,
        office=office,
        channel=asked.channel or _usual(identity),
        topic=asked.topic,
        case=asked.case,
    )
    by = request_by(identity, stream=None, name=_NAME, body=body, key=key)
    begun = Begun(stream, command, by)
    return await carried_out(desk, by.command_id, desk.door.begin(ENQUIRY, begun))


async def caller_shown(
    desk: Desk, identity: Identity, enquiry: UUID, purpose: RevealPurpose
) -> AskedBy | None:
    """Who asks, after it is stored that the officer is shown it. None if the key was erased.

    Raises 503 if that cannot be stored, and then nothing is shown (PIPL 51).
    """
    by = _anew(identity, enquiry)
    show = ShowCaller(purpose=purpose)
    await carried_out(desk, by.command_id, desk.door.handle(ENQUIRY, enquiry, show, by))
    opened, _ = await desk.door.open(ENQUIRY, enquiry, identity.actor)
    return await asked_by(desk, opened)


async def told_to_enquiry(
    desk: Desk,
    identity: Identity,
    enquiry: UUID,
    kind: type[EnquiryCommand],
    fields: Mapping[str, str],
    *,
    key: str,
    seen: int,
    language: Language,
) -> Outcome:
    """Gives a command that somebody has filled in on a page, on the version that he saw.

    Free text is sealed first. Raises the problem of what is wrong, or the refusal.
    """
    body = msgspec.json.encode(fields)
    given = as_events_name_him(decoded(kind, body, language), desk.verifier.home)
    by = request_by(
        identity,
        stream=enquiry,
        name=kind.__name__,
        body=body,
        key=key,
        expected=exactly(seen),
    )
    told = with_sealed_text(desk, key_of, given)
    return await carried_out(desk, by.command_id, desk.door.handle(ENQUIRY, enquiry, told, by))


def key_of(current: Enquiry) -> UUID | None:
    """The key that seals what is said in a conversation."""
    return current.key_id


def _anew(identity: Identity, enquiry: UUID) -> Request:
    return request_by(
        identity, stream=enquiry, name=ShowCaller.__name__, body=b"", key=str(uuid4())
    )


async def asked_by(desk: Desk, opened: Opened[Enquiry]) -> AskedBy | None:
    """Who asks and the first question, in the clear. None if the key was erased.

    Raises :class:`~api.unopened.PartUnopened` if it does not open.
    """
    state = opened.state
    if state.key_id is None or PART not in state.sealed:
        return None
    try:
        clear = unseal(
            await desk.keyring.key(state.key_id), opened.stream, PART, state.sealed[PART]
        )
        return msgspec.json.decode(clear, type=AskedBy)
    except KeyErased:
        return None
    except (SealBroken, msgspec.MsgspecError, UnicodeDecodeError) as broken:
        raise unopened(opened.stream, PART) from broken


def _usual(identity: Identity) -> EnquiryChannel:
    return EnquiryChannel.PAGE if is_asker(identity) else EnquiryChannel.TELEPHONE


def is_asker(identity: Identity) -> bool:
    """Whether the caller comes in his own matter, and not for an office."""
    return identity.actor.role is Role.APPLICANT
