"""What stands on an instrument, from top to bottom. The page and the PDF draw the same."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from api.day_text import day_text
from api.desk import Desk
from api.instruments import words
from api.instruments.particulars import Particulars, particulars
from api.instruments.said import InstrumentText, said_of
from api.language import Language
from api.sealed_note import note_text
from api.unopened import PartUnopened
from domain.case.instruments.instrument import Instrument
from domain.case.instruments.kind import InstrumentKind
from domain.instrument_code import NamedInstrument, code_of
from domain.offices.tree import CONTACTS, OFFICES
from domain.titles import Title


class InstrumentSheet(NamedTuple):
    """``address`` is that of the page which verifies it, and stands in its QR code.

    ``fallen`` says since when it is void. ``large`` is what a temporary plate shows from afar.
    """

    kind: InstrumentKind
    office: str
    title: str
    number: str
    addressed: str
    paragraphs: tuple[str, ...]
    items: tuple[str, ...]
    closing: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    small: tuple[str, ...]
    seal: str
    issued_on: str
    code_title: str
    code: str
    address: str
    large: str = ""
    fallen: str = ""


async def sheet_of(
    desk: Desk, instrument: Instrument, language: Language, base: str, *, clear: bool
) -> InstrumentSheet:
    """``base`` is the address of the service with its last slash, and ``clear`` shows names.

    Whoever shows it in the clear has seen to it that he may.
    """
    people = await particulars(desk.keyring, instrument, language, clear=clear)
    note = await _note(desk, instrument) if clear else None
    said = said_of(instrument, desk.catalogue, note, language)
    office = instrument.current.office
    code = code_of(NamedInstrument(instrument.case, instrument.version), desk.names)
    is_plate = instrument.kind is InstrumentKind.TEMPORARY_PLATE
    return InstrumentSheet(
        kind=instrument.kind,
        office=OFFICES[office].title.text(language),
        title=_heading(instrument.kind.text(language)),
        number=number_of(instrument).text(language),
        addressed="" if is_plate else _addressed(people, language),
        paragraphs=said.paragraphs,
        items=said.items,
        closing=said.closing,
        rows=tuple(_rows(people, said, office, language)),
        small=(
            words.SCAN.text(language),
            *(() if clear else (words.MASKED.text(language),)),
        ),
        seal=words.SEAL.text(language),
        issued_on=day_text(instrument.issued_on, language),
        code_title=words.CODE.text(language),
        code=code,
        address=f"{base}verify/{code}",
        large=_large(instrument, language) if is_plate else "",
        fallen=_fallen(instrument.fell_on, language),
    )


def number_of(instrument: Instrument, reference: str | None = None) -> Title:
    """Its number, with the reference of its case or with what is shown in its place."""
    shown = reference or instrument.current.reference
    year, no = str(instrument.issued_on.year), str(instrument.no)
    return words.NUMBER.filled(
        year=Title(year, year), reference=Title(shown, shown), no=Title(no, no)
    )


def _addressed(people: Particulars, language: Language) -> str:
    applicant = words.APPLICANT
    name = Title(people.name, people.name) if people.name else applicant
    return words.ADDRESSED.filled(name=name).text(language)


def _rows(
    people: Particulars, said: InstrumentText, office: str, language: Language
) -> Iterator[tuple[str, str]]:
    yield from people.rows
    yield from said.rows
    contact = CONTACTS[office]
    if contact.address:
        yield words.PLACE.text(language), contact.address.text(language)
    if contact.telephones:
        yield words.TELEPHONE.text(language), _listed(contact.telephones, language)


def _listed(texts: Iterable[str], language: Language) -> str:
    return Title("、", ", ").text(language).join(texts)


def _large(instrument: Instrument, language: Language) -> str:
    event: Any = instrument.event
    return words.GOOD_UNTIL.text(language).replace("{day}", day_text(event.valid_to, language))


def _fallen(day: date | None, language: Language) -> str:
    if day is None:
        return ""
    return words.FALLEN.text(language).replace("{day}", day_text(day, language))


async def _note(desk: Desk, instrument: Instrument) -> str | None:
    """What the officer wrote, if it was not erased and opens."""
    current = instrument.current
    try:
        return await note_text(
            desk.keyring, instrument.case, current.key_id, getattr(instrument.event, "note", None)
        )
    except PartUnopened:
        return None


def _heading(text: str) -> str:
    """The name of a paper as its heading has it."""
    return text[:1].upper() + text[1:]
