"""Why the days of a telephone log are not taken over. Then none of them is."""

from dataclasses import dataclass

from domain.refusal import Conflict, Invalid


@dataclass(kw_only=True)
class CallDayNotOver(Invalid):
    """More calls may come on that day, so it is taken over when it is over."""

    on: str


@dataclass(kw_only=True)
class CallDayOfAnotherPrefecture(Invalid):
    """The log of a prefecture has the calls of its own offices."""

    office: str


@dataclass(kw_only=True)
class CallsFewerThanBefore(Conflict):
    """More calls of the day are on record than the file has, so the file is not the whole day."""

    office: str
    on: str
    recorded: int
