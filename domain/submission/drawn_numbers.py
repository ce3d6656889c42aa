"""The numbers that a session offers next: drawn with the seed of the day, from those that are free.

What is offered is sealed, and made a command, by whoever asks for it in the case.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

import msgspec

from domain.calendar import local_day
from domain.case.choosing import Choosing
from domain.case.reservation.commands import OfferNumbers
from domain.door.door import Door
from domain.door.refusals import NotFound
from domain.draws.batch import NumbersDrawn, draw
from domain.draws.candidates import NumberSeries
from domain.draws.seeds import DaySeeds
from domain.numbers.number import NUMBER
from domain.offices.tree import prefecture_of
from domain.people import system
from domain.submission.chosen_number import number_stream
from domain.vault import BlindIndex

_DRAWING: Final = system("draws")


@dataclass(frozen=True, slots=True)
class DrawnNumbers:
    """Draws for sessions. ``names`` are the blind indexes under the key of the names."""

    door: Door
    seeds: DaySeeds
    names: BlindIndex

    async def next(self, choosing: Choosing, office: str) -> NumbersDrawn:
        """The next batch of the session. Which candidates are free is asked of the numbers.

        Raises what :meth:`domain.draws.seeds.DaySeeds.today` raises.
        """
        seed = await self.seeds.today(prefecture_of(office))
        series = NumberSeries(choosing.plate_kind, choosing.prefix, choosing.letters)
        known: dict[str, bool] = {}
        while True:
            taken = frozenset(number for number, free in known.items() if not free)
            found = draw(seed.seed, seed.day, choosing.session, choosing.batch + 1, series, taken)
            for each in found.numbers:
                if each not in known:
                    known[each] = await self._is_free(self.stream(choosing, each))
            if all(known[each] for each in found.numbers):
                return found

    def offered(
        self, choosing: Choosing, found: NumbersDrawn, sealed: Mapping[str, str]
    ) -> OfferNumbers:
        """The command that offers them. ``sealed`` holds the part that :func:`offer_part` names."""
        return OfferNumbers(
            batch=found.batch,
            number_streams=tuple(self.stream(choosing, each) for each in found.numbers),
            sealed=dict(sealed),
        )

    def stream(self, choosing: Choosing, text: str) -> UUID:
        """The stream of a number of the kind that is chosen."""
        return number_stream(self.names, choosing.plate_kind, text)

    async def _is_free(self, stream: UUID) -> bool:
        """Whether nobody has the number, it is on offer to nobody, and is kept for nobody."""
        try:
            opened, _ = await self.door.open(NUMBER, stream, _DRAWING)
        except NotFound:
            return True
        number, now = opened.state, self.door.clock()
        kept = number.kept_until is not None and local_day(now) <= number.kept_until
        return not (number.is_had() or number.is_offered(now) or kept)


def offer_part(batch: int) -> str:
    """The name of the part under which the numbers of a batch stand sealed."""
    return f"offer_{batch}"


def offer_told(numbers: Sequence[str]) -> bytes:
    """What is sealed of them."""
    return msgspec.json.encode({"numbers": numbers})
