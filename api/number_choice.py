"""Plate numbers that are drawn for whoever chooses one, and the one that he names.

What is drawn and what he names is sealed, and made a command, when the door asks for it.
"""

from collections.abc import Callable, Coroutine, Sequence
from datetime import date
from typing import Annotated, Any, Final, TypedDict
from uuid import UUID

from pydantic import Field

from api.applicant_forms import read_block
from api.dependencies import unavailable
from api.desk import Desk
from api.language import Language
from api.masking import part
from api.resources import CASES
from api.sealed_text import sealed
from domain.case.choosing import Choosing
from domain.case.reservation.commands import ChooseNumber, OfferNumbers
from domain.case.reservation.events import NumbersOffered
from domain.case.stage import Stage
from domain.case.state import Case
from domain.door.attempt import Opened
from domain.identifiers import plate
from domain.identifiers.invalid import InvalidIdentifier
from domain.keyring import KeyErased
from domain.message import Command
from domain.recorded_event import RecordedEvent
from domain.refusal import NotAtThisStage
from domain.services.blocks.block import Block
from domain.services.defects import FormDefect, FormRefused
from domain.services.personal import PERSONAL
from domain.services.split import NUMBER as NUMBER_PART
from domain.submission.chosen_number import number_part
from domain.submission.drawn_numbers import DrawnNumbers, offer_part, offer_told
from domain.vault import SealBroken

Making = Callable[[Opened[Case]], Coroutine[Any, Any, Command]]
_POINTER: Final = "/plate_no"


class ChosenNumber(Block):
    """The number that he chooses: one of those on offer, or one that he has composed."""

    plate_no: Annotated[str, Field(min_length=1, max_length=20), PERSONAL]


class OfferedNumbers(TypedDict):
    """The last batch that was drawn: its place, its numbers, and until when one may be chosen.

    ``batches_left`` and ``tries_left`` are what is left of the session, and ``last_try`` says why
    the last number that was composed could not be had.
    """

    batch: int
    numbers: list[str]
    offered_until: str | None
    batches_left: int
    tries_left: int
    last_try: str | None


def drawn(desk: Desk) -> Making:
    """Draws the next batch of the session. What is not free is passed over."""

    async def command(opened: Opened[Case]) -> Command:
        choosing, numbers = _choosing(opened, OfferNumbers), _numbers(desk)
        try:
            found = await numbers.next(choosing, opened.state.office)
        except (KeyErased, SealBroken):
            raise unavailable() from None
        name, clear = offer_part(found.batch.batch), offer_told(found.numbers).decode()
        told = await sealed(desk, CASES.key_of, opened, name, clear)
        return numbers.offered(choosing, found, {name: told})

    return command


def chosen(desk: Desk, body: bytes, language: Language) -> Making:
    """Names the number. It must be one of the kind and of the prefix of the application."""
    asked = read_block(ChosenNumber, body, desk.today, language)

    async def command(opened: Opened[Case]) -> Command:
        choosing = _choosing(opened, ChooseNumber)
        text = named_number(choosing, asked.plate_no, desk.today)
        clear = number_part(text).decode()
        return ChooseNumber(
            number_stream=_numbers(desk).stream(choosing, text),
            sealed={NUMBER_PART: await sealed(desk, CASES.key_of, opened, NUMBER_PART, clear)},
        )

    return command


def named_number(choosing: Choosing, text: str, today: date) -> str:
    """The number in its normal form. Raises ``FormRefused`` for one that cannot be chosen here."""
    try:
        number = plate.parse(choosing.plate_kind, text, on=today)
    except InvalidIdentifier as wrong:
        rule = f"plate_{wrong.rule}"
        raise FormRefused(defects=(FormDefect(_POINTER, rule),)) from None
    if not number.text.startswith(choosing.prefix):
        raise FormRefused(defects=(FormDefect(_POINTER, "wanted_no_of_another_prefix"),))
    return number.text


async def on_offer(
    desk: Desk, case: UUID, current: Case, history: Sequence[RecordedEvent]
) -> OfferedNumbers:
    """What was drawn last, as only its applicant sees it. Nothing is drawn by looking."""
    last = next(
        (each.event for each in reversed(history) if isinstance(each.event, NumbersOffered)), None
    )
    choosing = current.choosing
    numbers: list[str] = []
    if last:
        name = offer_part(last.batch.batch)
        found = await part(desk.keyring, case, current.key_id, last.sealed, name)
        numbers = list((found or {}).get("numbers", ()))
    return {
        "batch": last.batch.batch if last else 0,
        "numbers": numbers,
        "offered_until": last.offered_until.isoformat() if last else None,
        "batches_left": choosing.batches_left if choosing else 0,
        "tries_left": choosing.tries_left if choosing else 0,
        "last_try": choosing.last_try if choosing else None,
    }


def _choosing(opened: Opened[Case], kind: type[Command]) -> Choosing:
    current = opened.state
    if current.choosing is None or current.stage is not Stage.CHOOSING_NUMBER:
        raise NotAtThisStage(command=kind.__name__, stage=current.stage)
    return current.choosing


def _numbers(desk: Desk) -> DrawnNumbers:
    return DrawnNumbers(desk.door, desk.seeds, desk.names)
