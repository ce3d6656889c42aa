"""Why a command to a case is not carried out: the caller may correct it and ask again.

What the citizen could appeal is an event instead (``CaseRefused``, ``NotAccepted``).
"""

from dataclasses import dataclass
from datetime import date

from domain.refusal import Refusal


@dataclass(kw_only=True)
class NotAtThisStage(Refusal):
    command: str
    stage: str


@dataclass(kw_only=True)
class NotAsThingsStand(Refusal):
    """The stage allows it, but there is nothing the command could answer."""

    command: str


@dataclass(kw_only=True)
class NotPermitted(Refusal):
    command: str
    role: str


@dataclass(kw_only=True)
class OtherOfficerRequired(Refusal):
    """Who accepted a case, or decided it before, does not decide it (two pairs of eyes)."""


@dataclass(kw_only=True)
class DutyLeaderRequired(Refusal):
    """An overridden check or a green-channel case is approved by a duty leader."""


@dataclass(kw_only=True)
class ServiceUnknown(Refusal):
    service: str


@dataclass(kw_only=True)
class DuplicateOpenCase(Refusal):
    """One open case per service and vehicle or licence (domain.md §7.4, invariant 1)."""


@dataclass(kw_only=True)
class DocumentsMissing(Refusal):
    documents: list[str]


@dataclass(kw_only=True)
class PaymentDiffers(Refusal):
    expected_fen: int


@dataclass(kw_only=True)
class CorrectionAlreadyRequested(Refusal):
    """All defects are told at once (ALL art. 32); a second notice is for the new papers only."""

    places: list[str]


@dataclass(kw_only=True)
class CorrectionIncomplete(Refusal):
    places: list[str]


@dataclass(kw_only=True)
class ReasonUnknown(Refusal):
    codes: list[str]


@dataclass(kw_only=True)
class CheckUnknown(Refusal):
    check: str


@dataclass(kw_only=True)
class CheckNotFailed(Refusal):
    check: str


@dataclass(kw_only=True)
class ChecksMissing(Refusal):
    checks: list[str]


@dataclass(kw_only=True)
class ChecksFailed(Refusal):
    checks: list[str]


@dataclass(kw_only=True)
class DeferralTooLong(Refusal):
    latest: date


@dataclass(kw_only=True)
class PickupOfficeClosed(Refusal):
    office: str


@dataclass(kw_only=True)
class OfficeUnknown(Refusal):
    office: str


@dataclass(kw_only=True)
class OfficeWithoutPower(Refusal):
    """Vehicle business stays with the office of registration (124 art. 44)."""

    office: str


@dataclass(kw_only=True)
class WindowClosed(Refusal):
    """A suspended office has no window business, green-channel cases excepted."""

    office: str


@dataclass(kw_only=True)
class ItemNumberInvalid(Refusal):
    rule: str


@dataclass(kw_only=True)
class ItemNumberUsed(Refusal):
    """A postal item number is not used again within 24 months (domain.md §7.4, invariant 5)."""


@dataclass(kw_only=True)
class TooManyPosts(Refusal):
    posts: int


@dataclass(kw_only=True)
class TooFewTries(Refusal):
    tries: int
    required: int


@dataclass(kw_only=True)
class AreaClosed(Refusal):
    """The parcel stays at the post office while the area is closed (domain.md §7.6)."""


@dataclass(kw_only=True)
class IdentityNotSeen(Refusal):
    """The recipient signs in person against the identity card."""


@dataclass(kw_only=True)
class OldDocumentOpen(Refusal):
    """The old document is neither returned nor declared lost."""


@dataclass(kw_only=True)
class FeeOpen(Refusal):
    payable_fen: int


@dataclass(kw_only=True)
class DeadlineNotPassed(Refusal):
    clock: str


@dataclass(kw_only=True)
class ReliefNotLater(Refusal):
    """A relief may move a deadline later, never earlier (domain.md §7.4, invariant 10)."""


@dataclass(kw_only=True)
class CaseNotFound(Refusal):
    pass


@dataclass(kw_only=True)
class CaseMovedOn(Refusal):
    version: int


@dataclass(kw_only=True)
class KeyReused(Refusal):
    """The same idempotency key came with another request."""
