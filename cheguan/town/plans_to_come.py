"""What the places of a living town have still to announce."""

from contextlib import suppress
from datetime import date
from typing import Final

from cheguan.town.cities import CITIES
from cheguan.town.day_plans import AHEAD, Publication, days_behind, place_of, publication
from cheguan.town.town import Town
from domain.calendar import local_day
from domain.offices.plan_kind import PlanKind
from domain.refusal import Refusal

_PLACES: Final = tuple(
    (kind, place_of(city, kind)) for city in CITIES.values() for kind in PlanKind
)


class PlansToCome:
    """Announces each day when its instant has come. A plan that somebody has made stands."""

    def __init__(self) -> None:
        self._announced = set[tuple[PlanKind, str, date]]()

    async def give(self, town: Town) -> None:
        """Announces all that is due of the days ahead."""
        for plan in self._due(town):
            with suppress(Refusal):
                await town.publish(plan)
            asked = plan.command
            self._announced.add((asked.kind, asked.place, asked.on))

    def _due(self, town: Town) -> list[Publication]:
        now = town.clock()
        today = local_day(now)
        self._announced = {each for each in self._announced if each[2] > today}
        found = (
            publication(kind, place, on)
            for kind, place in _PLACES
            for on in days_behind(today, AHEAD)
            if (kind, place, on) not in self._announced
        )
        return [each for each in found if each and each.at <= now]
