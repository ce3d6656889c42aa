"""Why a command of this chapter is not carried out."""

from dataclasses import dataclass

from domain.refusal import Conflict, Invalid


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
