"""Questions about an application, of whoever knows what it takes to track it.

Nobody signs in. Who tracks has proven that he knows the application, and asks in the name of that:
what was asked so belongs to the tracking of this case, and is shown there alone.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple
from uuid import UUID, uuid4

import msgspec

from api.actions import slug
from api.command_request import decoded, required_key
from api.dependencies import read_connection
from api.desk import Desk
from api.enquiries import AskEnquiry, received, told_to_enquiry
from api.identity import Identity
from api.language import Language
from api.pages.kit import formats
from api.pages.kit.forms import version_seen
from api.problems import Problem
from api.rates.buckets import QUESTIONS_OF_REFERENCE
from api.rates.guesses import Drawn
from api.views.conversation import Turn, conversation
from domain.enquiries.commands import AskFurther, EnquiryCommand, RateEnquiry
from domain.enquiries.enquiry import ENQUIRY
from domain.enquiries.kind import EnquiryTopic, Satisfaction
from domain.people import Actor, Role
from projections.enquiries.listed import own_enquiries
from projections.tracking.row import Tracked

ISSUER: Final = "tracking"
"""Vouches for nobody's name. No token is of this issuer."""
ASK: Final = "ask"
_ASKED: Final = ("question", "topic")
_FURTHER: Final[Mapping[str, tuple[type[EnquiryCommand], str]]] = {
    slug(AskFurther): (AskFurther, "question"),
    slug(RateEnquiry): (RateEnquiry, "satisfaction"),
}
_SHOWN: Final = 5
_TOPICS: Final = (
    *(EnquiryTopic.VEHICLE, EnquiryTopic.LICENCE, EnquiryTopic.EXAMINATION),
    *(EnquiryTopic.VIOLATION, EnquiryTopic.DELIVERY, EnquiryTopic.OPENING),
    *(EnquiryTopic.ONLINE, EnquiryTopic.MANNER, EnquiryTopic.OTHER),
)


class TrackedQuestion(NamedTuple):
    """A conversation, and what may be said in it now."""

    enquiry: UUID
    version: int
    topic: str
    stage: str
    turns: Sequence[Turn]
    possible: Sequence[str]
    rated: str | None


def acts(sent: Mapping[str, str]) -> bool:
    """Whether a question or something in a conversation was sent along."""
    return sent.get("act") in {ASK, *_FURTHER}


async def said(desk: Desk, row: Tracked, sent: Mapping[str, str], language: Language) -> UUID:
    """Carries out what was sent, and names the conversation. What came twice is one.

    Raises the problem of what is wrong with it, 429 after too much in a day, or the refusal.
    """
    tracker, key = _tracker(desk, row.stream), required_key(sent.get("key"))
    act = sent.get("act", "")
    if act not in _FURTHER:
        given = {name: sent[name] for name in _ASKED if sent.get(name)}
        body = msgspec.json.encode({**given, "case": str(row.stream)})
        asked = decoded(AskEnquiry, body, language)
        await desk.guesses.attempt(Drawn(QUESTIONS_OF_REFERENCE, row.reference))
        return (await received(desk, tracker, asked, row.office, body=body, key=key)).stream
    kind, field = _FURTHER[act]
    try:
        enquiry = UUID(sent.get("enquiry", ""))
    except ValueError:
        raise Problem("bad-request", 400) from None
    if kind is AskFurther:
        await desk.guesses.attempt(Drawn(QUESTIONS_OF_REFERENCE, row.reference))
    fields = {field: sent.get(field, "")}
    seen = version_seen(sent)
    await told_to_enquiry(
        desk, tracker, enquiry, kind, fields, key=key, seen=seen, language=language
    )
    return enquiry


async def questions(
    desk: Desk, row: Tracked, just: UUID | None, language: Language
) -> Sequence[TrackedQuestion]:
    """The latest conversations, and first the one in which something was ``just`` said."""
    tracker = _tracker(desk, row.stream)
    async with read_connection(desk) as reading:
        listed = await own_enquiries(reading, tracker.actor.caller, _SHOWN)
    streams = dict.fromkeys((*((just,) if just else ()), *(each.stream for each in listed)))
    return [await _question(desk, tracker, each, language) for each in streams]


def form(language: Language) -> dict[str, object]:
    """What the form for a question needs."""
    return {
        "topics": [(each.value, formats.capital(each.text(language))) for each in _TOPICS],
        "levels": [(each.value, formats.capital(each.text(language))) for each in Satisfaction],
        "key": uuid4(),
    }


async def _question(
    desk: Desk, tracker: Identity, enquiry: UUID, language: Language
) -> TrackedQuestion:
    opened, history = await desk.door.open(ENQUIRY, enquiry, tracker.actor)
    state = opened.state
    at = desk.door.circumstances(opened, tracker.actor, tracker.id_indexes)
    return TrackedQuestion(
        enquiry=enquiry,
        version=opened.version,
        topic=formats.capital(state.topic.text(language)),
        stage=state.stage.text(language),
        turns=await conversation(desk, opened, history, language, own=True),
        possible=desk.actions.possible(ENQUIRY, state, at),
        rated=state.satisfaction.text(language) if state.satisfaction else None,
    )


def _tracker(desk: Desk, case: UUID) -> Identity:
    """Whoever tracks the case, for the length of one request."""
    actor = Actor(Role.APPLICANT, str(case), issuer=ISSUER)
    return Identity(actor, ISSUER, frozenset(), expires_at=desk.clock().timestamp() + 60)
