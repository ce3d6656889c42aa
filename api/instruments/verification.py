"""What whoever has the code of an instrument may know: whether it is genuine and still good."""

from datetime import date
from typing import Final, NamedTuple

from api.desk import Desk
from api.instruments import words
from api.instruments.particulars import particulars
from api.instruments.sheet import number_of
from api.language import Language
from api.rates.buckets import VERIFYING
from api.rates.guesses import Drawn
from domain.case.instruments.instrument import Instrument, instrument_at
from domain.case.instruments.kind import InstrumentKind
from domain.choice import Choice
from domain.event_store.pending import StoreUnavailable
from domain.identifiers import reference
from domain.instrument_code import named_by
from domain.offices.tree import OFFICES

_COMPARED: Final = ("vin", "plate_no", "id_no")


class Validity(Choice):
    """How an instrument stands on a day."""

    GOOD = "good", "真实有效", "genuine and in force"
    EXPIRED = "expired", "真实，已过有效期", "genuine, and no longer valid"
    REVOKED = "revoked", "真实，但已被撤销", "genuine, but revoked"


class VerifiedInstrument(NamedTuple):
    """``compare`` are masked numbers that must agree with the vehicle or the person."""

    kind: InstrumentKind
    validity: Validity
    title: str
    number: str
    office: str
    issued_on: date
    valid_until: date | None
    fell_on: date | None
    compare: tuple[tuple[str, str], ...]


def validity_of(instrument: Instrument, today: date) -> Validity:
    """A notice is a true notice also after its last day; a plate is good up to that day."""
    if instrument.fell_on is not None:
        return Validity.REVOKED
    if instrument.valid_until is not None and today > instrument.valid_until:
        return Validity.EXPIRED
    return Validity.GOOD


async def verified(
    desk: Desk, client: str, typed: str, language: Language
) -> tuple[VerifiedInstrument | None, dict[str, str]]:
    """What the code names, or None for what is no code of ours; and header fields of the answer.

    Raises 429 after too many wrong codes from a ``client``, before anything is looked at.
    """
    attempt = await desk.guesses.attempt(Drawn(VERIFYING, client))
    named = named_by(typed, desk.names)
    try:
        history = await desk.log.load(named.case) if named else ()
    except StoreUnavailable:
        await attempt.void()
        raise
    found = instrument_at(history, named.version) if named else None
    if found is None:
        await attempt.wrong()
        return None, attempt.fields
    await attempt.void()
    return await _told(desk, found, language), {}


async def _told(desk: Desk, instrument: Instrument, language: Language) -> VerifiedInstrument:
    people = await particulars(desk.keyring, instrument, language, clear=False)
    titles = {**words.VEHICLE, **words.PERSON}
    named = {titles[field].text(language) for field in _COMPARED}
    masked = reference.mask(instrument.current.reference)
    return VerifiedInstrument(
        kind=instrument.kind,
        validity=validity_of(instrument, desk.today),
        title=instrument.kind.text(language),
        number=number_of(instrument, masked).text(language),
        office=OFFICES[instrument.current.office].title.text(language),
        issued_on=instrument.issued_on,
        valid_until=instrument.valid_until,
        fell_on=instrument.fell_on,
        compare=tuple(row for row in people.rows if row[0] in named),
    )
