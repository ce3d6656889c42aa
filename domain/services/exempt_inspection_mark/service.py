"""The declaration of V05 申领免检标志."""

from datetime import date
from typing import Final

from domain.clocks.cycles import Window
from domain.clocks.inspection import EXEMPT_MONTHS, opens_on
from domain.dated import Dated, Rule
from domain.offices.business import WindowGroup
from domain.register.changes import AnyChange, InspectionExtended
from domain.register.reminder_topic import ReminderTopic
from domain.services.application_window import ApplicationWindow
from domain.services.archetype import Archetype
from domain.services.blank import BlankKind
from domain.services.checks.application import (
    IDENTITY,
    JURISDICTION,
    NO_OPEN_DUPLICATE,
    OWNERSHIP,
    TRUE_MATERIAL,
)
from domain.services.checks.vehicle import INSURANCE, TAX, VEHICLE_STATE, VIOLATIONS
from domain.services.choices import DocumentKind
from domain.services.exempt_inspection_mark import form, words
from domain.services.exempt_inspection_mark.checks import (
    EXEMPT_AGE,
    EXEMPT_INJURY,
    EXEMPT_SEAT,
    EXEMPT_TYPE,
    OPEN,
)
from domain.services.exempt_inspection_mark.example import example
from domain.services.exempt_inspection_mark.facts import ExemptInspectionMarkFacts
from domain.services.fees import no_fee
from domain.services.service import Group, Service, Subject


def _documents(facts: ExemptInspectionMarkFacts) -> frozenset[DocumentKind]:
    return form.documents_for(facts.tax_status, facts.capacity)


def _change(facts: ExemptInspectionMarkFacts, day: date) -> tuple[AnyChange, ...]:
    """It counts from the end of the old validity, so nobody loses by applying early."""
    return (InspectionExtended(months=EXEMPT_MONTHS.on(day)),)


def _window(inspected_until: date, today: date) -> Window:
    return Window(opens_on(inspected_until, judged_on=today), inspected_until)


EXEMPT_INSPECTION_MARK: Final = Service(
    code="exempt_inspection_mark",
    number="V05",
    group=Group.VEHICLE,
    archetype=Archetype.DOCUMENT,
    blank=BlankKind.INSPECTION_MARK,
    window=WindowGroup.OTHER,
    title=words.TITLE,
    wish=words.WISH,
    applied_in=ApplicationWindow(day=words.INSPECTED_UNTIL, of=_window),
    law=words.LAW,
    form=form.ExemptInspectionMark,
    facts=ExemptInspectionMarkFacts,
    documents=_documents,
    checks=(
        IDENTITY,
        OWNERSHIP,
        JURISDICTION,
        VEHICLE_STATE,
        VIOLATIONS,
        INSURANCE,
        TAX,
        EXEMPT_TYPE,
        EXEMPT_SEAT,
        EXEMPT_AGE,
        EXEMPT_INJURY,
        OPEN,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
    decide_within=Dated("decide_exempt_inspection_mark", Rule(1, date(2008, 10, 1), "124:49")),
    fee=no_fee,
    on_request=frozenset({DocumentKind.TAX_PROOF, DocumentKind.MANDATE}),
    document=words.DOCUMENT,
    replaces=False,
    change=_change,
    user_kinds=form.ExemptInspectionMark.USER_KINDS,
    exclusive="exempt_inspection_mark",
    subject=Subject.VEHICLE,
    settles=frozenset({ReminderTopic.INSPECTION}),
    example=example,
    told=words.TOLD,
)
