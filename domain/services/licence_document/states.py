"""In which states of a licence its holder is given another one: a line for each letter.

The law bars a licence that is seized, detained or suspended from being reissued (139 art. 63).
The rest is what the platform does. A licence may have several letters, and the strictest counts.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from domain.register.licence import LicenceState
from domain.services.given import Given


class Verdicts(NamedTuple):
    """Whether the state allows each of the four. None means that a person must say."""

    renewal: bool | None
    lost: bool | None
    damaged: bool | None
    overage: bool | None


STATES: Final[Mapping[LicenceState, Verdicts]] = MappingProxyType(
    {
        LicenceState.NORMAL: Verdicts(True, True, True, True),
        LicenceState.OVER_SCORE: Verdicts(False, False, False, False),
        LicenceState.MOVED_OUT: Verdicts(False, False, False, False),
        LicenceState.SUSPENDED: Verdicts(False, False, False, False),
        LicenceState.RESCINDED: Verdicts(False, False, False, False),
        LicenceState.REVOKED: Verdicts(False, False, False, False),
        LicenceState.CANCELLED: Verdicts(False, False, False, False),
        LicenceState.VIOLATION_OPEN: Verdicts(False, None, None, None),
        LicenceState.ACCIDENT_OPEN: Verdicts(False, None, None, None),
        LicenceState.STOPPED: Verdicts(False, False, False, False),
        LicenceState.SEIZED: Verdicts(False, False, False, False),
        LicenceState.LOCKED: Verdicts(False, False, False, False),
        LicenceState.RENEWAL_OVERDUE: Verdicts(True, False, False, True),
        LicenceState.RENEWAL_DEFERRED: Verdicts(True, True, True, True),
        LicenceState.MEDICAL_DEFERRED: Verdicts(True, True, True, True),
        LicenceState.RESTORABLE: Verdicts(False, False, False, False),
        LicenceState.REVIEW_OVERDUE: Verdicts(False, None, None, None),
        LicenceState.REVIEW_DEFERRED: Verdicts(True, True, True, True),
        LicenceState.DETAINED: Verdicts(False, False, False, False),
        LicenceState.OTHER: Verdicts(None, None, None, None),
    }
)


def strictest(verdicts: Iterable[bool | None]) -> bool | None:
    """No one else is asked where something failed, and a person where something is unknown."""
    found = frozenset(verdicts)
    if False in found:
        return False
    return None if None in found else True


def state_allows(
    column: Callable[[Verdicts], bool | None],
) -> Callable[[Given[Any]], bool | None]:
    """The judge of a service, by its column of the table."""

    def judge(given: Given[Any]) -> bool | None:
        if given.licence is None:
            return None
        return strictest(column(STATES[state]) for state in given.licence.states)

    return judge
