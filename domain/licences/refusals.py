"""Why a licence is not cancelled."""

from dataclasses import dataclass
from datetime import date

from domain.refusal import Conflict


@dataclass(kw_only=True)
class CancellationUnderRelief(Conflict):
    """The deadline lies ahead by a relief, or has no day while the relief is open."""

    until: date | None


@dataclass(kw_only=True)
class NotListedForCancellation(Conflict):
    """An officer cancels only for a duty that stands on the list. ``listed`` are those that do."""

    listed: list[str]
