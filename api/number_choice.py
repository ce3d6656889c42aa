"""Plate numbers that are drawn for whoever chooses one, and the one that he names.

What is drawn and what he names is sealed, and made a command, when the door asks for it.
"""

from collections.abc import Callable, Coroutine, Sequence
from datetime import date
from typing import Annotated, Any, Final, TypedDict
from uuid import UUID

import msgspec
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
from domain.door.refusals import NotFound
from domain.draws.batch import NumbersDrawn, draw
from domain.draws.candidates import NumberSeries
from domain.identifiers import plate
from domain.identifiers.invalid import InvalidIdentifier
from domain.keyring import KeyErased
from domain.message import Command
from domain.numbers.number import NUMBER
from domain.offices.tree import prefecture_of
from domain.people import system
from domain.recorded_event import RecordedEvent
from domain.refusal import NotAtThisStage
from domain.services.blocks.block import Block
from domain.services.defects import FormDefect, FormRefused
from domain.services.personal import PERSONAL
from domain.services.split import NUMBER as NUMBER_PART
from domain.submission.chosen_number import number_part, number_stream
from domain.vault import SealBroken

Making = Callable[[Opened[Case]], Coroutine[Any, Any, Command]]
_DRAWING: Final = system("draws")
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
        choosing = _choosing(opened, OfferNumbers)
        found = await _free(desk, choosing, prefecture_of(opened.state.office))
        name = _offer_part(found.batch.batch)
        clear = msgspec.json.encode({"numbers": found.numbers}).decode()
        return OfferNumbers(
            batch=found.batch,
            number_streams=tuple(_stream(desk, choosing, each) for each in found.numbers),
            sealed={name: await sealed(desk, CASES.key_of, opened, name, clear)},
        )

    return command


def chosen(desk: Desk, body: bytes, language: Language) -> Making:
    """Names the number. It must be one of the kind and of the prefix of the application."""
    asked = read_block(ChosenNumber, body, desk.today, language)

    async def command(opened: Opened[Case]) -> Command:
        choosing = _choosing(opened, ChooseNumber)
        text = named_number(choosing, asked.plate_no, desk.today)
        clear = number_part(text).decode()
        return ChooseNumber(
            number_stream=_stream(desk, choosing, text),
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
        name = _offer_part(last.batch.batch)
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


async def _free(desk: Desk, choosing: Choosing, region: str) -> NumbersDrawn:
    """The first of the draw that are free. Which ones are not is asked of the numbers."""
    try:
        seed = await desk.seeds.today(region)
    except (KeyErased, SealBroken):
        raise unavailable() from None
    series = NumberSeries(choosing.plate_kind, choosing.prefix, choosing.letters)
    known: dict[str, bool] = {}
    while True:
        taken = frozenset(number for number, free in known.items() if not free)
        found = draw(seed.seed, seed.day, choosing.session, choosing.batch + 1, series, taken)
        fresh = [each for each in found.numbers if each not in known]
        for each in fresh:
            known[each] = await _is_free(desk, _stream(desk, choosing, each))
        if all(known[each] for each in found.numbers):
            return found


async def _is_free(desk: Desk, stream: UUID) -> bool:
    """Whether nobody has the number, it is on offer to nobody, and is kept for nobody."""
    try:
        opened, _ = await desk.door.open(NUMBER, stream, _DRAWING)
    except NotFound:
        return True
    number = opened.state
    kept = number.kept_until is not None and desk.today <= number.kept_until
    return not (number.is_had() or number.is_offered(desk.clock()) or kept)


def _stream(desk: Desk, choosing: Choosing, text: str) -> UUID:
    return number_stream(desk.names, choosing.plate_kind, text)


def _offer_part(batch: int) -> str:
    return f"offer_{batch}"
