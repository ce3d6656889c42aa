"""Which looks are recorded: those of the offices, at one case."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from api.resource import READERS
from domain.accesses.kind import CaseAspect
from domain.case.state import Case
from domain.door.attempt import Opened
from domain.orders.state import Order
from domain.people import Actor
from projections.caseload.queries import Entry


class LookedAt(NamedTuple):
    """A case, the office that handles it, who looks, and at what."""

    case: UUID
    office: str
    by: Actor
    view: CaseAspect


def at_state(opened: Opened[Any], by: Actor) -> LookedAt | None:
    """A look at a stream as it stands. None is recorded of what shows no case."""
    return _look(opened, by, CaseAspect.OVERVIEW)


def at_history(opened: Opened[Any], by: Actor) -> LookedAt | None:
    """A look at what happened to a stream."""
    return _look(opened, by, CaseAspect.HISTORY)


def at_documents(opened: Opened[Any], by: Actor) -> LookedAt | None:
    """A look at which documents a case has."""
    return _look(opened, by, CaseAspect.DOCUMENTS)


def at_found(entries: Iterable[Entry], by: Actor) -> list[LookedAt]:
    """Looks at the cases that a look-up has found. Whoever knows a number looks at these alone."""
    return [LookedAt(each.case_id, each.office, by, CaseAspect.LOOKUP) for each in entries]


def _look(opened: Opened[Any], by: Actor, view: CaseAspect) -> LookedAt | None:
    """An applicant who looks at his own case is not recorded, nor is the service itself."""
    if by.role not in READERS:
        return None
    match opened.state:
        case Case(office=office):
            return LookedAt(opened.stream, office, by, view)
        case Order(case=case, office=office):
            return LookedAt(case, office, by, CaseAspect.PAYMENT)
    return None
