"""When a carrier counts as silent: it was given items, and its callbacks do not come.

It may have lost them, or its lines to us may be down. Either way people are not told where their
documents are, so the next ones go with another carrier until it tells again.
"""

from datetime import timedelta
from typing import Final, NamedTuple

FEWEST: Final = 3
"""Of fewer items nothing can be said."""
DURING: Final = timedelta(days=1)
"""So far back items count, so a carrier that was silent is tried again after a day at most."""


class HowFarTold(NamedTuple):
    """How many items a carrier was given, and of how many of them it has told by itself."""

    given: int
    told: int

    @property
    def silent(self) -> bool:
        """Whether it told of less than half of them."""
        return self.given >= FEWEST and 2 * self.told < self.given
