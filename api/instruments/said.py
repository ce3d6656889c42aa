"""What an instrument says by itself: of the event that it tells, and of nobody's name."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from api.day_text import day_text
from api.instruments import words
from api.language import Language
from api.sum_text import sum_text
from api.views.ruling import RulingView, ruling_view
from domain.case.instruments.instrument import Instrument
from domain.case.instruments.kind import InstrumentKind
from domain.case.intake.events import CorrectionRequested, DeemedAccepted, NotAccepted
from domain.case.review.events import CaseRefused
from domain.case.wording import correction_place
from domain.services.blocks.travel_area import TRAVEL_AREA
from domain.services.catalogue import Catalogue
from domain.services.choices import DocumentKind
from domain.services.deferral.facts import DeferralFacts
from domain.titles import Title
from projections.tracking.duty_words import PUT_RIGHT
from projections.tracking.ruling import ruling_of


class InstrumentText(NamedTuple):
    paragraphs: tuple[str, ...]
    items: tuple[str, ...]
    closing: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]


def said_of(
    instrument: Instrument, catalogue: Catalogue, note: str | None, language: Language
) -> InstrumentText:
    """``note`` is what the officer wrote, if the reader may see it."""
    kind, event = instrument.kind, instrument.event
    service = catalogue[instrument.current.service].title.text(language)
    days = dict(_days(instrument, language))
    ruling = _ruling(instrument, language)

    def written(texts: Iterable[Title]) -> Iterator[str]:
        for title in texts:
            text = title.text(language).replace("{service}", service)
            for name, day in days.items():
                text = text.replace(f"{{{name}}}", day)
            yield text

    opening = words.OPENING[kind]
    if isinstance(event, DeemedAccepted):
        opening = (opening[0], words.DEEMED)
    closing = [*written(words.CLOSING[kind])]
    if ruling:
        closing += _against(ruling, language)
    if note:
        closing.insert(0, words.NOTE.text(language).replace("{note}", note))
    items = _defects(event, language) if ruling is None else (r["text"] for r in ruling["reasons"])
    return InstrumentText(
        tuple(written(opening)),
        tuple(items),
        tuple(closing),
        tuple(_rows(instrument, service, days, language)),
    )


def _days(instrument: Instrument, language: Language) -> Iterator[tuple[str, str]]:
    """The days that stand in the sentences, by the names of their places."""
    event: Any = instrument.event
    submitted = instrument.current.submitted_on or instrument.issued_on
    yield "submitted", day_text(submitted, language)
    for place, field in (
        ("accepted", "accepted_on"),
        ("decide_by", "decide_by"),
        ("reply_by", "reply_by"),
        ("until", "until"),
    ):
        day = getattr(event, field, None)
        if isinstance(day, date):
            yield place, day_text(day, language)


def _ruling(instrument: Instrument, language: Language) -> RulingView | None:
    """Reasons, grounds and remedies of a decision, as they stood on its day."""
    event, current = instrument.event, instrument.current
    if not isinstance(event, NotAccepted | CaseRefused):
        return None
    pays = current.facts.pays if current.facts else None
    ruling = ruling_of(current, pays, event)
    return ruling_view(ruling, None, instrument.issued_on, language)


def _against(ruling: RulingView, language: Language) -> Iterator[str]:
    if laws := Title("、", "; ").text(language).join(ruling["grounds"]):
        yield words.BASIS.text(language).replace("{laws}", laws)
    if (refund := ruling["refund"]) and refund["amount_fen"]:
        yield words.REFUND.text(language).replace("{sum}", sum_text(refund["amount_fen"], language))
    for remedy in ruling["remedies"]:
        yield remedy["text"]


def _defects(event: Any, language: Language) -> Iterator[str]:
    if not isinstance(event, CorrectionRequested):
        return
    for defect in event.defects:
        yield words.DEFECT.filled(
            place=correction_place(defect.where),
            wrong=defect.code.words,
            do=PUT_RIGHT[defect.code],
        ).text(language)


def _rows(
    instrument: Instrument, service: str, days: dict[str, str], language: Language
) -> Iterator[tuple[str, str]]:
    current = instrument.current
    yield words.SERVICE.text(language), service
    if instrument.kind is InstrumentKind.TEMPORARY_PLATE:
        yield from _of_a_plate(instrument, language)
        return
    yield words.REFERENCE.text(language), current.reference
    for title, place in (
        (words.ACCEPTED_ON, "accepted"),
        (words.DECIDE_BY, "decide_by"),
        (words.REPLY_BY, "reply_by"),
        (words.UNTIL, "until"),
    ):
        if place in days:
            yield title.text(language), days[place]
    if instrument.kind is InstrumentKind.DEFERRAL and isinstance(current.facts, DeferralFacts):
        yield words.BASE.text(language), day_text(current.facts.base_on, language)
    if instrument.kind is InstrumentKind.ACCEPTANCE_RECEIPT and current.papers:
        kinds = (DocumentKind(each).text(language) for each in sorted(current.papers))
        yield words.PAPERS.text(language), Title("、", ", ").text(language).join(kinds)


def _of_a_plate(instrument: Instrument, language: Language) -> Iterator[tuple[str, str]]:
    """From the day of issue, or from the later day for which it was asked, to its last day."""
    facts: Any = instrument.current.facts
    begins = getattr(facts, "valid_from", instrument.issued_on)
    first = day_text(max(begins, instrument.issued_on), language)
    last = day_text(instrument.valid_until or instrument.issued_on, language)
    filled = words.FROM_TO.filled(first=Title(first, first), last=Title(last, last))
    yield words.VALID.text(language), filled.text(language)
    area = getattr(facts, "travel_area", None)
    if area is not None:
        yield TRAVEL_AREA.text(language), area.text(language)
