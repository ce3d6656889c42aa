"""Licences that go with an application, as far as its checks look at them."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, product, takewhile
from typing import Any, Final

from msgspec.structs import replace as replace_record

from domain.identifiers import licence_classes, resident_id
from domain.identifiers.licence_classes import LicenceClass
from domain.offices.tree import REGIONS, prefecture_of
from domain.periods import add_months, add_years
from domain.register.licence import Cycle, LicenceRecord, LicenceState, MedicalCertificate
from domain.services.given import Given
from workers.told import Told

_TERM: Final = 6
_COMMON: Final = ("C1", "A2")
"""The classes of a licence of which the application names none."""


def licences(given: Given[Any], told: Told) -> Iterator[LicenceRecord]:
    """Licences that differ in what was not told, in when they were first issued, and in what is
    on file.
    """
    for classes, (until, due_on), first, points, certified, photographed in product(
        _classes(told),
        _terms(given, told),
        _first_days(given, told),
        (0, 3),
        (True, False),
        (True, False),
    ):
        record = _licence(given, told, first, points, classes, until, due_on)
        lately = add_months(given.today, -1)
        yield replace_record(
            record,
            medical=MedicalCertificate(lately, frozenset(LicenceClass)) if certified else None,
            photo_approved_on=lately if photographed else None,
        )


def unusual_licences(given: Given[Any], told: Told) -> Iterator[LicenceRecord]:
    """Those of people who had twelve points, whose licence was cancelled, or who come from
    another prefecture.
    """
    usual, here = next(licences(given, told)), prefecture_of(given.office)
    elsewhere = next(code for code in REGIONS if code != here)
    for state in (LicenceState.OVER_SCORE, LicenceState.RESTORABLE):
        yield replace_record(usual, states=frozenset({state}))
    yield replace_record(usual, office=elsewhere)


def _classes(told: Told) -> tuple[str, ...]:
    """Those that were told, or else common ones."""
    return (told["classes"],) if "classes" in told else _COMMON


def _terms(given: Given[Any], told: Told) -> Iterator[tuple[date | None, date | None]]:
    """When the licence and its duties end: as was told, or else soon."""
    yield _day(told, "valid_until"), _day(told, "due_on")
    if "classes" not in told:
        yield add_months(given.today, 1), given.today + timedelta(days=10)


def _licence(
    given: Given[Any],
    told: Told,
    first: date,
    points: int,
    classes: str,
    until: date | None,
    due_on: date | None,
) -> LicenceRecord:
    """A licence of six years with so many points in each cycle."""
    issued_on = max(first, add_years(until or add_years(given.today, 1), -_TERM))
    ends = (add_years(first, n) for n in count(1))
    return LicenceRecord(
        holder=given.applicant,
        holder_name=given.name,
        office=prefecture_of(given.office),
        classes=licence_classes.parse(classes).classes,
        first_issued_on=first,
        issued_on=issued_on,
        valid_until=until,
        years=_TERM if until else None,
        file_no=given.numbers.file_no,
        cycles=tuple(
            Cycle(end, points)
            for end in takewhile(add_years(given.today, 1).__ge__, ends)
            if end > issued_on
        ),
        medical_due_on=due_on,
        review_due_on=due_on,
        birth_month=resident_id.birth_month(told["id_no"]),
    )


def _first_days(given: Given[Any], told: Told) -> tuple[date, ...]:
    """The day that was given, or else that of the term, or one whose cycle is just over."""
    if first := _day(told, "first_issued_on"):
        return (first,)
    just_over = add_years(given.today - timedelta(days=20), -2 * _TERM)
    return (_issued_on(given, told), just_over)


def _issued_on(given: Given[Any], told: Told) -> date:
    return add_years(_day(told, "valid_until") or add_years(given.today, 1), -_TERM)


def _day(told: Told, name: str) -> date | None:
    text = told.get(name)
    return date.fromisoformat(text) if text else None
