"""What a window service changes in the register of licences and learners, once it is approved."""

from datetime import date
from typing import Final

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.table import due
from domain.offices.tree import prefecture_of
from domain.register.changes import (
    AnyChange,
    ClassesReduced,
    ExamTaken,
    LicenceGivenUp,
    LicenceRenewed,
    LicenceReviewed,
    MedicalSubmitted,
)
from domain.register.licence_changes import (
    BusDriverQualified,
    FullPointsEducated,
    LearnerAdmitted,
    LicenceGranted,
    OfficeChanged,
    RightRestored,
)
from domain.register.validity import FIRST_TERM
from domain.services.window.facts import WindowFacts

_CALENDAR: Final = Calendar()


def renewed(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    """A new term begins (139 art. 56)."""
    return (LicenceRenewed(renewed_on=day),)


def classes_reduced(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    return (ClassesReduced(classes=facts.target_classes),) if facts.target_classes else ()


def given_up(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    return (LicenceGivenUp(given_up_on=day),)


def reviewed(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    return (LicenceReviewed(reviewed_on=day),)


def educated(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    return (FullPointsEducated(passed_on=day),)


def certified(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    said = facts.certificate
    return (MedicalSubmitted(issued_on=said.examined_on, fit_for=said.fit_for),) if said else ()


def examined(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    """The examination counts, whether it was passed or not."""
    sat = facts.exam
    if sat is None:
        return ()
    return (ExamTaken(subject=sat.subject, sat_on=sat.sat_on, passed=sat.passed),)


def admitted(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    """A learner is on record for three years, and his examinations with him (139 art. 38)."""
    wanted = facts.wanted_class
    if wanted is None:
        return ()
    until = due(Clock.LEARNER_PERMIT, day, judged_on=day, calendar=_CALENDAR)
    office = prefecture_of(facts.counter)
    return (LearnerAdmitted(office=office, wanted=wanted, issued_on=day, valid_until=until),)


def granted(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    """A licence of the first term (139 art. 56)."""
    classes, office = facts.target_classes, prefecture_of(facts.counter)
    if classes is None:
        return ()
    return (
        LicenceGranted(office=office, classes=classes, issued_on=day, years=FIRST_TERM.on(day)),
    )


def office_changed(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    return (OfficeChanged(office=prefecture_of(facts.counter), changed_on=day),)


def restored(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    return (RightRestored(restored_on=day),)


def bus_driver(facts: WindowFacts, day: date) -> tuple[AnyChange, ...]:
    return (BusDriverQualified(qualified_on=day),)
