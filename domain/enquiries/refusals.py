"""Why something about an enquiry cannot be done."""

from dataclasses import dataclass

from domain.refusal import Conflict, Forbidden, Invalid


@dataclass(kw_only=True)
class EnquiryOfficeUnknown(Invalid):
    """There is no such office to which a question could go."""

    to_office: str


@dataclass(kw_only=True)
class PassedOnEnough(Conflict):
    """It was passed on so often that only a duty leader may do so again."""

    transfers: int


@dataclass(kw_only=True)
class CallerRatesHimself(Forbidden):
    """Whoever asked on a page rates the answer himself, so no officer does it for him."""
