"""Reliefs as they may be announced on the day before the windows of Henan reopen."""

from datetime import date
from typing import Any

from domain.clocks.clock import Clock
from domain.reliefs.events import ReliefAnnounced
from domain.reliefs.kind import ReliefBody, ReliefMode


def suspended(*clocks: Clock, **changes: Any) -> ReliefAnnounced:
    """A suspension of these clocks from the first case on, without an end."""
    said: dict[str, Any] = {
        "relief": "relief-1",
        "mode": ReliefMode.SUSPEND,
        "announced_on": date(2020, 2, 23),
        "first": date(2020, 1, 25),
        "body": ReliefBody.HEADQUARTERS,
        "text": "驾驶证换证、审验、提交身体条件证明期限适当延长",
    }
    return ReliefAnnounced(clocks=clocks, **{**said, **changes})


def added(*clocks: Clock, months: int = 3, **changes: Any) -> ReliefAnnounced:
    """So many months more for the deadlines of the first half of the year."""
    said = {"first": date(2020, 1, 1), "last": date(2020, 6, 30), **changes}
    return suspended(*clocks, mode=ReliefMode.ADD, months=months, **said)
