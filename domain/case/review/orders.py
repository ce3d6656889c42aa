"""What the decision of a case orders in the register, and undoes when it no longer stands.

A decision that is set aside has no effect any longer (ALL art. 69, ARL art. 28). As long as a
reopened case is not decided anew, the first decision still has (ADR 53).
"""

from collections.abc import Sequence

from domain.case.review.events import RegisterChangesOrdered
from domain.case.stage import FINAL, Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.register.changes import AnyChange, ContactChanged, OutcomeUndone


def for_the_register(current: Case, at: Circumstances) -> Sequence[CaseEvent]:
    """What an approval changes in the register, which hears of it by a reaction.

    A second approval that comes to the same changes nothing. If it makes a document, that is
    another one, so the first one is void, and what came with it is registered anew.
    """
    service = at.catalogue[current.service]
    if current.facts is None or not (current.vehicle or current.licence or current.permit):
        return []
    changes = service.change(current.facts, at.today)
    if changes == current.ordered and service.document is None and not _corrected(current):
        return []
    return _ordered(current, (*_undone(current), *changes))


def undone(current: Case) -> Sequence[CaseEvent]:
    """Undoes all that stands ordered."""
    return _ordered(current, _undone(current))


def exam_order(current: Case, change: AnyChange) -> Sequence[CaseEvent]:
    """What the end of a booking changes in the learner's permit, if the case has one."""
    return _ordered(current, (change,)) if current.permit else []


def undone_at_the_end(after: Case) -> Sequence[CaseEvent]:
    """Undoes what stands ordered when a case ends in another way than by an approval."""
    return undone(after) if after.ordered and _ends_unapproved(after) else []


def _ends_unapproved(after: Case) -> bool:
    """A case that lapses because nobody fetched the document remains approved.

    What the end of a booking orders, it orders for this end, unless its result is revoked.
    """
    if after.booking:
        return after.stage is Stage.REFUSED
    if after.stage is Stage.LAPSED:
        return after.decided_on is None
    return after.stage in FINAL and after.stage is not Stage.COMPLETED


def _corrected(current: Case) -> bool:
    """Whether a contact may be another one by now, although it stands in the same sealed part."""
    return current.corrections > 0 and any(isinstance(e, ContactChanged) for e in current.ordered)


def _undone(current: Case) -> tuple[AnyChange, ...]:
    return (OutcomeUndone(changes=current.ordered),) if current.ordered else ()


def _ordered(current: Case, changes: tuple[AnyChange, ...]) -> Sequence[CaseEvent]:
    if not changes:
        return []
    return [
        RegisterChangesOrdered(
            changes=changes,
            vehicle=current.vehicle,
            licence=current.licence,
            permit=current.permit,
            registrant=current.registrant,
        )
    ]
