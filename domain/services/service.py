"""A service as a frozen declaration; a wrong one does not import."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.dated import Dated
from domain.law import Law
from domain.services.checks import REFUSALS, Check
from domain.services.choices import DocumentKind, UserKind
from domain.services.facts import Facts
from domain.services.form import Form
from domain.titles import Title


class Group(StrEnum):
    VEHICLE = "vehicle"
    LICENCE = "licence"
    VIOLATION = "violation"


class Archetype(StrEnum):
    """What a service ends in. The codes stand in the catalogue."""

    DOCUMENT = "DOC"
    RECORD = "REC"
    DEFERRAL = "DEF"
    RESERVATION = "RSV"
    APPOINTMENT = "APT"
    PENALTY = "PEN"


class Route(StrEnum):
    """The way from approval to the end of the case."""

    DOCUMENT_BY_POST = "document_by_post"
    RECORD = "record"
    DEFERRAL = "deferral"


class Subject(StrEnum):
    """What at most one open case of an exclusion group may be about."""

    VEHICLE = "vehicle"
    LICENCE = "licence"


_LETTER = {Group.VEHICLE: "V", Group.LICENCE: "D", Group.VIOLATION: "P"}
_ROUTES = {
    Archetype.DOCUMENT: Route.DOCUMENT_BY_POST,
    Archetype.RECORD: Route.RECORD,
    Archetype.DEFERRAL: Route.DEFERRAL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One of the 24 services.

    ``decide_within`` counts working days from acceptance. ``fee`` is in fen,
    without postage. ``documents`` are those the application cannot be accepted
    without. ``automatic``: accepted and approved at once when every check
    passes. ``exclusive`` names the group of services of which one vehicle or
    licence (``subject``) may have one open case. ``example`` gives a complete
    synthetic body that is valid on the day asked for.
    """

    code: str
    number: str
    group: Group
    archetype: Archetype
    title: Title
    law: Law
    form: type[Form]
    documents: Callable[[Facts], frozenset[DocumentKind]]
    checks: tuple[Check, ...]
    decide_within: Dated[int]
    fee: Callable[[Facts, date], int]
    route: Route
    user_kinds: frozenset[UserKind]
    exclusive: str
    subject: Subject
    example: Callable[[date], dict[str, object]]
    automatic: bool = False

    def __post_init__(self) -> None:
        for wrong, what in (
            (self.form.code() != self.code, "the form is of another service"),
            (not self.number.startswith(_LETTER[self.group]), "the number is of another group"),
            (_ROUTES.get(self.archetype) != self.route, "the route does not fit the archetype"),
            (not self.checks, "nothing is checked"),
            (len({check.code for check in self.checks}) < len(self.checks), "a check stands twice"),
            ({check.refusal for check in self.checks} - REFUSALS.keys(), "a refusal has no text"),
            (any(rule.value < 1 for rule in self.decide_within.rules), "the term is empty"),
            (not self.user_kinds, "nobody may apply"),
            (self.automatic and self.route is not Route.RECORD, "only a record changes by itself"),
        ):
            if wrong:
                raise ValueError(f"{self.code}: {what}")
