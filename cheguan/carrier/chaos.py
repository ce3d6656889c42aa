"""What goes wrong with the callbacks of a carrier, drawn from a seed of its own.

The ways of the items do not follow from it, so the same items arrive with it and without it.
"""

from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Final

import msgspec

from domain.carriers.carrier_scan import CarrierScan
from domain.choice import Choice
from domain.parcels.reasons import ScanStatus

_OFTEN: Final = 0.4
_SELDOM: Final = 0.1


class ScanFate(Choice):
    """What becomes of the callback of a scan."""

    PROMPT = "prompt", "及时", "sent at once"
    OVERTAKEN = "overtaken", "乱序", "sent after those that follow it"
    TWICE = "twice", "重复", "sent twice"
    FORGED = "forged", "伪造", "altered on its way, and then sent as it was"
    LOST = "lost", "丢失", "never sent"


_TROUBLES: Final = tuple(each for each in ScanFate if each is not ScanFate.PROMPT)


@dataclass(frozen=True, slots=True)
class Chaos:
    """Two callbacks in five come to grief, by ``seed``. With 0 none does."""

    seed: int = 0

    def fate(self, scan: str) -> ScanFate:
        draw = Random(f"{self.seed}:fate:{scan}")
        if not self.seed or draw.random() >= _OFTEN:
            return ScanFate.PROMPT
        return draw.choice(_TROUBLES)

    def contradiction(self, last: CarrierScan) -> CarrierScan | None:
        """A scan that contradicts the last one: an item that was delivered is on its round again.

        Such a slip of a scanner is in the carrier's own books too.
        """
        draw = Random(f"{self.seed}:slip:{last.scan_id}")
        if not self.seed or last.status is not ScanStatus.DELIVERED or draw.random() >= _SELDOM:
            return None
        return msgspec.structs.replace(
            last,
            scan_id=f"{last.scan_id}-slip",
            status=ScanStatus.OUT_FOR_DELIVERY,
            scanned_at=last.scanned_at + timedelta(seconds=1),
            signatory=None,
            id_seen=False,
            collected_fen=0,
        )
