"""Why a command of this chapter is not carried out."""

from dataclasses import dataclass

from domain.refusal import Conflict, Invalid, Unknown


@dataclass(kw_only=True)
class ItemNumberInvalid(Invalid):
    rule: str


@dataclass(kw_only=True)
class ParcelUnknown(Unknown):
    """No case has a parcel under way with this number."""


@dataclass(kw_only=True)
class ParcelNotCurrent(Conflict):
    """The case has no parcel under way, or another one."""

    stage: str


@dataclass(kw_only=True)
class TooManyPosts(Conflict):
    posts: int


@dataclass(kw_only=True)
class TooFewTries(Conflict):
    tries: int
    required: int


@dataclass(kw_only=True)
class AreaClosed(Conflict):
    """The area is closed, so the parcel waits at the post office and is not returned."""


@dataclass(kw_only=True)
class IdentityNotSeen(Invalid):
    """The recipient must sign in person and show the identity card."""
