"""Why a command to a case is not carried out: the caller may correct it and ask again.

What the citizen could appeal is an event instead (``CaseRefused``, ``NotAccepted``).
"""

from dataclasses import dataclass
from datetime import date

from domain.refusal import Conflict, Forbidden, Invalid


@dataclass(kw_only=True)
class OtherOfficerRequired(Forbidden):
    """Who accepted a case, or decided it before, does not decide it (two pairs of eyes)."""


@dataclass(kw_only=True)
class DutyLeaderRequired(Forbidden):
    """An overridden check or a green-channel case is approved by a duty leader."""


@dataclass(kw_only=True)
class ServiceUnknown(Invalid):
    service: str


@dataclass(kw_only=True)
class DocumentsMissing(Conflict):
    documents: list[str]


@dataclass(kw_only=True)
class PaymentDiffers(Invalid):
    expected_fen: int


@dataclass(kw_only=True)
class CorrectionAlreadyRequested(Conflict):
    """All defects are told at once (ALL art. 32); a second notice is for the new papers only."""

    places: list[str]


@dataclass(kw_only=True)
class CorrectionIncomplete(Invalid):
    places: list[str]


@dataclass(kw_only=True)
class ReasonUnknown(Invalid):
    codes: list[str]


@dataclass(kw_only=True)
class CheckUnknown(Invalid):
    check: str


@dataclass(kw_only=True)
class CheckNotFailed(Conflict):
    check: str


@dataclass(kw_only=True)
class ChecksMissing(Conflict):
    checks: list[str]


@dataclass(kw_only=True)
class ChecksFailed(Conflict):
    checks: list[str]


@dataclass(kw_only=True)
class DeferralTooLong(Conflict):
    latest: date


@dataclass(kw_only=True)
class PickupOfficeClosed(Invalid):
    office: str


@dataclass(kw_only=True)
class OfficeUnknown(Invalid):
    office: str


@dataclass(kw_only=True)
class OfficeWithoutPower(Invalid):
    """Vehicle business stays with the office of registration (124 art. 44)."""

    office: str


@dataclass(kw_only=True)
class WindowClosed(Conflict):
    """A suspended office has no window business, green-channel cases excepted."""

    office: str


@dataclass(kw_only=True)
class ItemNumberInvalid(Invalid):
    rule: str


@dataclass(kw_only=True)
class TooManyPosts(Conflict):
    posts: int


@dataclass(kw_only=True)
class TooFewTries(Conflict):
    tries: int
    required: int


@dataclass(kw_only=True)
class AreaClosed(Conflict):
    """The parcel stays at the post office while the area is closed (domain.md §7.6)."""


@dataclass(kw_only=True)
class IdentityNotSeen(Invalid):
    """The recipient signs in person against the identity card."""


@dataclass(kw_only=True)
class OldDocumentOpen(Conflict):
    """The old document is neither returned nor declared lost."""


@dataclass(kw_only=True)
class FeeOpen(Conflict):
    payable_fen: int


@dataclass(kw_only=True)
class DeadlineNotPassed(Conflict):
    clock: str


@dataclass(kw_only=True)
class ReliefNotLater(Conflict):
    """A relief may move a deadline later, never earlier (domain.md §7.4, invariant 10)."""
