"""Why an entry is not made."""

from dataclasses import dataclass

from domain.refusal import Conflict, Invalid


@dataclass(kw_only=True)
class SerialsInvalid(Invalid):
    """The two serials bound no run of blanks."""

    pointer: str


@dataclass(kw_only=True)
class BlanksKnown(Conflict):
    """Some of the serials were received before."""


@dataclass(kw_only=True)
class BlankNotInStore(Conflict):
    """The books do not have it in store."""


@dataclass(kw_only=True)
class BookOfOthers(Invalid):
    """The address names the book of another office or kind than the body."""

    book: str
