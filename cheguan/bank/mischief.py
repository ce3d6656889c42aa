"""What goes wrong with callbacks, drawn from a seed, so that a run can be told again."""

import random
from dataclasses import dataclass
from typing import Final

from domain.choice import Choice
from domain.orders.refund import RefundFailure


class CallbackFate(Choice):
    """What becomes of a callback."""

    PROMPT = "prompt", "及时", "sent at once"
    LATE = "late", "延迟", "sent late"
    TWICE = "twice", "重复", "sent twice"
    ALTERED = "altered", "篡改", "altered on its way, and then sent as it was"
    LOST = "lost", "丢失", "never sent"


_TROUBLES: Final = (CallbackFate.LATE, CallbackFate.TWICE, CallbackFate.ALTERED, CallbackFate.LOST)


@dataclass(frozen=True)
class Mischief:
    """``share`` of the callbacks come to grief, and as many refunds fail."""

    seed: int = 7
    share: float = 0.0

    def fate(self, message: str) -> CallbackFate:
        draw = random.Random(f"{self.seed}:{message}")
        return draw.choice(_TROUBLES) if draw.random() < self.share else CallbackFate.PROMPT

    def failure(self, refund: str) -> RefundFailure | None:
        draw = random.Random(f"{self.seed}:{refund}")
        return draw.choice(list(RefundFailure)) if draw.random() < self.share else None
