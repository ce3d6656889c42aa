"""Which cases an actor may see and act on (trust.md §5.3); a foreign one does not exist for him."""

from domain.offices.tree import within
from domain.people import Actor, Role

_EVERYWHERE = frozenset({Role.HQ, Role.AUDITOR, Role.SYSTEM, Role.CARRIER})
_OWN = frozenset({Role.APPLICANT, Role.PARTNER})


def may_see(by: Actor, *, office: str, owner: str) -> bool:
    """``office`` handles the case, ``owner`` is the actor who submitted it."""
    if by.role in _EVERYWHERE:
        return True
    if by.role in _OWN:
        return by.id == owner
    return by.office is not None and within(office, by.office)
