"""A question and its answers, turn by turn, as whoever asked and the officers read them."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from api.desk import Desk
from api.enquiries import asked_by
from api.language import Language
from api.sealed_note import text_of, without_numbers
from api.unopened import PartUnopened
from domain.door.attempt import Opened
from domain.enquiries.events import (
    AskerCalledBack,
    EnquiryAnswered,
    EnquiryReceived,
    FurtherQuestionAsked,
)
from domain.enquiries.state import ANSWER, NOTE, QUESTION, Enquiry
from domain.message import Event
from domain.recorded_event import RecordedEvent


class Turn(NamedTuple):
    """``text`` is None where it cannot be opened any more. ``came_to`` is the outcome of an
    answer. ``officer`` is the pseudonym of whoever answered, which only officers are told.
    """

    by_office: bool
    at: datetime
    text: str | None
    came_to: str | None = None
    officer: str | None = None


async def conversation(
    desk: Desk,
    opened: Opened[Enquiry],
    history: Sequence[RecordedEvent],
    language: Language,
    *,
    own: bool,
) -> list[Turn]:
    """From the first turn to the last. ``own``: whoever asked reads it as it was written. For
    officers long numbers and plates are masked, and calls after a bad rating are told.
    """
    found = []
    for each in history:
        text = await _text(desk, opened, each.event)
        if text is None and not isinstance(each.event, _TURNS):
            continue
        if isinstance(each.event, AskerCalledBack) and own:
            continue
        if text is not None and not own:
            text = without_numbers(text)
        found.append(_turn(each, text, language, own=own))
    return found


_TURNS = (EnquiryReceived, FurtherQuestionAsked, EnquiryAnswered, AskerCalledBack)


def _turn(told: RecordedEvent, text: str | None, language: Language, *, own: bool) -> Turn:
    match told.event:
        case EnquiryAnswered() as answered:
            officer = None if own else answered.officer
            return Turn(True, told.at, text, answered.outcome.text(language), officer)
        case AskerCalledBack() as called:
            return Turn(True, told.at, text, called.result.text(language), called.officer)
    return Turn(False, told.at, text)


async def _text(desk: Desk, opened: Opened[Enquiry], event: Event) -> str | None:
    try:
        match event:
            case EnquiryReceived():
                asked = await asked_by(desk, opened)
                return asked.question if asked else None
            case FurtherQuestionAsked():
                return await _opened(desk, opened, QUESTION, event.question)
            case EnquiryAnswered():
                return await _opened(desk, opened, ANSWER, event.answer)
            case AskerCalledBack():
                return await _opened(desk, opened, NOTE, event.note)
    except PartUnopened:
        return None
    return None


async def _opened(desk: Desk, opened: Opened[Enquiry], part: str, sealed: str) -> str | None:
    return await text_of(desk.keyring, opened.stream, opened.state.key_id, part, sealed)
