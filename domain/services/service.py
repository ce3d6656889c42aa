"""A service as a frozen declaration. A wrong one does not import."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from domain.calendar import Calendar
from domain.choice import Choice
from domain.dated import Dated
from domain.law import Law
from domain.offices.business import WindowBusiness, WindowGroup
from domain.register.changes import AnyChange
from domain.register.reminder_topic import ReminderTopic
from domain.services.application_window import ApplicationWindow
from domain.services.archetype import AT_ONCE, ROUTES, Archetype, Route
from domain.services.blank import BlankKind
from domain.services.blocks.appointment.examination import ExamSlot
from domain.services.blocks.examples import Body
from domain.services.checks.application import COMMON, IDENTITY, OWNERSHIP
from domain.services.checks.check import Check
from domain.services.choices import Capacity, DocumentKind, UserKind
from domain.services.deferral.facts import DeferralFacts
from domain.services.facts import Facts
from domain.services.form import Form
from domain.services.guide_words import NO_OTHER_WORDS, GuideWords
from domain.titles import Title


class Group(Choice):
    VEHICLE = "vehicle", "机动车业务", "Vehicles"
    LICENCE = "licence", "驾驶证业务", "Driving licences"
    VIOLATION = "violation", "违法处理业务", "Traffic violations"


class Subject(StrEnum):
    """What at most one open case of an exclusion group may be about.

    A matter has a number of its own, such as a violation or a penalty decision.
    """

    VEHICLE = "vehicle"
    LICENCE = "licence"
    MATTER = "matter"


F = TypeVar("F", bound=Facts)
_BY_ITSELF = frozenset({Archetype.RECORD, Archetype.PENALTY})
_LETTER = {Group.VEHICLE: "V", Group.LICENCE: "D", Group.VIOLATION: "P"}


def _no_temp_plate(facts: Facts, day: date, calendar: Calendar) -> None:
    return None


def _nothing(facts: Facts, day: date) -> tuple[AnyChange, ...]:
    return ()


def _no_exam(facts: Facts) -> ExamSlot | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Generic[F]):
    """A service. What depends on the application is asked of its ``facts``.

    ``decide_within`` counts working days from acceptance; 0 is at once. ``fee`` is in fen,
    without postage. ``later_fee``, in fen too, is what another case collects afterwards, where the
    booking is free: people are told of it, and nobody pays it here. ``documents`` are those
    without which the application cannot be accepted. ``on_request`` are further papers that the
    law knows for it, for which the office may ask in a single case; any other is forbidden
    (ALL art. 31). ``automatic``: it is accepted and approved at once when every check
    passes. ``exclusive`` names the group of services of which one vehicle or
    licence (``subject``) may have one open case. ``temp_plate_until`` gives the last day of
    the temporary plate that is issued with an approval on a day, if one is. ``document`` names
    what is made and handed out. ``replaces``: the old one must be handed in or declared lost
    before the case is closed. ``mounted``: the office fits it to the vehicle.
    ``window`` is the group of business that must be open where people come for it, and
    ``renewal`` says that it exchanges a licence that expires. ``change`` gives
    what an approval on a day changes in the register, ``example`` a complete synthetic body that
    is valid on the day asked for. ``told`` is what people are told beside all that, and
    ``wish`` says in their own words when they need it. ``applied_in`` tells
    when they may apply, where that follows from a day which they know. ``at_window``:
    only a clerk takes it in, for the person who stands there, and nothing of it is ``taken_in``
    as long as nothing can show the outcome (ADR 58). ``on_file``: the register has nothing of what
    is decided, so the case itself shows it (ADR 78). ``capacities`` are those in which
    people apply, where the form takes more. ``anywhere`` is the article by which any office of the
    province may do it, so that a case may go to another prefecture. ``exam`` is the examination in
    which a place is asked for: those who ask are ranked (ADR 82). ``settles`` are the rights that
    nobody has to be reminded of while an application for it is open (ADR 103). ``reissue``: what
    is asked for has been issued to him before, so whoever asks often stands out.
    """

    code: str
    number: str
    group: Group
    archetype: Archetype
    window: WindowGroup
    title: Title
    law: Law
    form: type[Form]
    facts: type[F]
    documents: Callable[[F], frozenset[DocumentKind]]
    checks: tuple[Check, ...]
    decide_within: Dated[int]
    fee: Callable[[F, date], int]
    user_kinds: frozenset[UserKind]
    exclusive: str
    subject: Subject
    example: Callable[[date], Body]
    on_request: frozenset[DocumentKind] = frozenset()
    automatic: bool = False
    temp_plate_until: Callable[[F, date, Calendar], date | None] = _no_temp_plate
    document: Title | None = None
    blank: BlankKind | None = None
    replaces: bool = True
    mounted: bool = False
    renewal: bool = False
    change: Callable[[F, date], tuple[AnyChange, ...]] = _nothing
    told: GuideWords = NO_OTHER_WORDS
    wish: Title | None = None
    applied_in: ApplicationWindow | None = None
    at_window: bool = False
    capacities: tuple[Capacity, ...] = ()
    taken_in: bool = True
    on_file: bool = False
    anywhere: Law | None = None
    later_fee: Callable[[F, date], int] | None = None
    exam: Callable[[F], ExamSlot | None] = _no_exam
    settles: frozenset[ReminderTopic] = frozenset()
    reissue: bool = False

    @property
    def gives_temp_plate(self) -> bool:
        """Whether an approval may come with a temporary plate."""
        return self.temp_plate_until is not _no_temp_plate

    @property
    def reasons(self) -> tuple[str, ...]:
        """The codes of the reasons for which an application for it may be turned down."""
        return tuple(
            dict.fromkeys(code for check in (*COMMON, *self.checks) for code in check.reasons)
        )

    @property
    def route(self) -> Route | None:
        """The way from approval to the end, which the archetype prescribes.

        What is decided of a violation at a window is reviewed there, and recorded (ADR 78).
        """
        if self.at_window and self.archetype is Archetype.PENALTY:
            return Route.RECORD
        return ROUTES.get(self.archetype)

    @property
    def business(self) -> WindowBusiness:
        """What a window must be open for, where people come for it or collect its document."""
        return WindowBusiness(self.code, self.window, self.renewal)

    @property
    def open(self) -> bool:
        """Whether applications are taken. They are as soon as a way leads to the end (ADR 47)."""
        return self.route is not None and self.taken_in

    @property
    def online(self) -> bool:
        """Whether it is applied for without coming."""
        return self.open and not self.at_window

    @property
    def ends_online(self) -> bool:
        """Whether nobody has to come. What was reserved or booked is used at a place."""
        return self.online and self.archetype not in (Archetype.RESERVATION, Archetype.APPOINTMENT)

    def __post_init__(self) -> None:
        deferral = self.archetype is Archetype.DEFERRAL
        shortest = 0 if self.archetype in AT_ONCE else 1
        for wrong, what in (
            (
                not self.at_window and self.form.code() != self.code,
                "the form is of another service",
            ),
            (
                not self.at_window and self.facts.__struct_config__.tag != self.code,
                "the facts are of another service",
            ),
            (
                not self.number.startswith("W" if self.at_window else _LETTER[self.group]),
                "the number is of another group",
            ),
            (issubclass(self.facts, DeferralFacts) != deferral, "the facts are of another kind"),
            (
                (self.document is not None) != (self.archetype is Archetype.DOCUMENT),
                "a document is made and named, or there is none",
            ),
            (not self.checks, "nothing is checked"),
            (len({check.code for check in self.checks}) < len(self.checks), "a check stands twice"),
            (any(rule.value < shortest for rule in self.decide_within.rules), "the term is empty"),
            (not self.user_kinds, "nobody may apply"),
            (
                self.automatic and self.archetype not in _BY_ITSELF,
                "only a record changes by itself, or a penalty that the driver accepts",
            ),
            (
                self.automatic
                and self.archetype is Archetype.RECORD
                and not {IDENTITY, OWNERSHIP} <= {*self.checks},
                "nothing changes by itself for somebody who is not known",
            ),
        ):
            if wrong:
                raise ValueError(f"{self.code}: {what}")
