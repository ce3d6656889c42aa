"""Which cases an actor may see and act on. Any other case does not exist for him."""

from domain.offices.tree import OFFICES, within
from domain.people import Actor, Role

_EVERYWHERE = frozenset({Role.HQ, Role.AUDITOR, Role.SYSTEM, Role.CARRIER})
_OWN = frozenset({Role.APPLICANT, Role.PARTNER})


def may_see(by: Actor, *, office: str, owner: Actor) -> bool:
    """Whether ``by`` may see a case that ``office`` handles and that ``owner`` has submitted.

    Who comes in his own matter sees what he began in the same role, vouched for by the same
    issuer: a partner is not the applicant who has the same subject.
    """
    if by.role in _EVERYWHERE:
        return True
    if by.role in _OWN:
        return by.caller == owner.caller
    return by.office is not None and within(office, by.office)


def officials(by: Actor, current: object, owner: Actor) -> bool:
    """Whoever began it and everybody who works here may see it."""
    return by.role not in _OWN or by.caller == owner.caller


def offices_of(by: Actor) -> list[str]:
    """The offices whose cases ``by`` may see: his own subtree, or all of them.

    None is of an applicant, who sees his own cases whatever the office.
    """
    if by.role in _EVERYWHERE:
        return list(OFFICES)
    if by.role in _OWN or by.office is None:
        return []
    return [office for office in OFFICES if within(office, by.office)]
