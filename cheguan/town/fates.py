"""What may become of a case, and the plan of one case."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from types import MappingProxyType

from cheguan.town.cities import City
from domain.services.slot import Slot


class Fate(StrEnum):
    STRAIGHT = "straight"
    UNPAID = "unpaid"
    NEVER_CHOSEN = "never_chosen"
    PAID_AT_SECOND_TRY = "paid_at_second_try"
    CORRECTED = "corrected"
    NEVER_CORRECTED = "never_corrected"
    NOT_ACCEPTED = "not_accepted"
    REFUSED = "refused"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"
    WITHDRAWAL_GRANTED = "withdrawal_granted"
    WITHDRAWAL_DENIED = "withdrawal_denied"
    ON_SITE = "on_site"
    OVERRIDDEN = "overridden"
    REPOSTED = "reposted"
    REPOSTED_TWICE = "reposted_twice"
    NEVER_FETCHED = "never_fetched"
    AREA_CLOSED = "area_closed"
    COLLECTED = "collected"
    NEVER_COLLECTED = "never_collected"
    GREEN_GRANTED = "green_granted"
    GREEN_DENIED = "green_denied"
    TRANSFERRED = "transferred"
    HELD = "held"
    DEEMED_ACCEPTED = "deemed_accepted"
    PUT_OFF = "put_off"
    MISSED = "missed"


def shares(table: str) -> Mapping[Fate, int]:
    """Reads a table such as ``straight 955 refused 45``."""
    words = table.split()
    return MappingProxyType(
        {Fate(fate): int(share) for fate, share in zip(words[::2], words[1::2], strict=True)}
    )


@dataclass(frozen=True, slots=True)
class Plan:
    """Of which service a case is, where, and how it goes. ``owner`` is who applied.

    ``counter`` is the office at whose window it is taken in, and empty for what comes online.
    ``slot`` is the time for which somebody makes an appointment.
    """

    seed: int
    number: int
    service: str
    city: City
    fate: Fate
    owner: str
    counter: str = ""
    slot: Slot | None = None

    def draw(self, purpose: object) -> Random:
        """Chance for this case alone. It is the same each time it is asked for a purpose."""
        return Random(f"{self.seed}:{self.number}:{purpose}")
