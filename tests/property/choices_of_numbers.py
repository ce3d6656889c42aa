"""What whoever chooses a number may ask for as his session stands."""

from datetime import date

from msgspec.structs import replace

from domain.case.choosing import Choosing
from domain.case.reservation.commands import ChooseNumber, OfferNumbers
from tests.unit.case.drawn import BATCH, NUMBER


def next_batch(choosing: Choosing | None, today: date) -> OfferNumbers:
    batch = BATCH
    if choosing:
        batch = replace(BATCH, session=choosing.session, batch=choosing.batch + 1, drawn_on=today)
    return OfferNumbers(batch=batch, number_streams=(NUMBER,), sealed={"offer_1": "pii1.offer"})


def choice(choosing: Choosing | None) -> ChooseNumber:
    number = choosing.offered[0] if choosing and choosing.offered else NUMBER
    return ChooseNumber(number_stream=number, sealed={"number": "pii1.number"})
