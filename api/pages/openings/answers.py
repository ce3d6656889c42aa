"""What is said of one city: each business with the offices where it is open."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from api.views.halls import HallTold
from api.views.openings import OpeningView, SoughtBusiness, opening
from api.views.window_decision import DecisionView
from domain.halls.doors import Doors
from domain.offices.office import OfficeRecord
from domain.prefectures.openness import Why
from domain.prefectures.state import Prefecture
from domain.services.catalogue import Catalogue
from domain.titles import Title


class CityAnswer(NamedTuple):
    """``closed`` speaks for all closed offices: it is the first of those in the city itself.

    ``decisions`` are those by which the offices are open, or by which that one is closed.
    ``counties`` are county offices that wait for their decision. ``online`` are the services of
    the business, by code, that need no visit.
    """

    title: Title
    opened: list[OpeningView]
    closed: OpeningView | None
    decisions: list[DecisionView]
    counties: int
    online: Mapping[str, Title]


class HallNow(NamedTuple):
    """A hall, and whether its doors stand open at this moment."""

    office: str
    title: Title
    told: HallTold


def said(
    offices: Sequence[OfficeRecord],
    asked: Sequence[SoughtBusiness],
    states: Mapping[str, Prefecture],
    day: date,
    catalogue: Catalogue,
    halls: Mapping[str, Doors],
) -> list[CityAnswer]:
    """One answer for each business. ``halls`` are the doors by office."""
    return [_said(offices, each, states, day, catalogue, halls) for each in asked]


def _said(
    offices: Sequence[OfficeRecord],
    asked: SoughtBusiness,
    states: Mapping[str, Prefecture],
    day: date,
    catalogue: Catalogue,
    halls: Mapping[str, Doors],
) -> CityAnswer:
    every = [opening(office, asked, states[office.region_code], day, halls) for office in offices]
    done = [view for found, view in every if found.why is not Why.NOT_DONE_HERE]
    closed = [view for view in done if not view["open"]]
    counties = [view for view in closed if view["why"]["code"] is Why.COUNTY_UNDECIDED]
    in_city = [view for view in closed if view not in counties]
    opened = [view for view in done if view["open"]]
    speaks = next(iter(in_city or closed), None)
    return CityAnswer(
        title=asked.title,
        opened=opened,
        closed=speaks,
        decisions=_distinct(view["decision"] for view in opened or filter(None, [speaks])),
        counties=len(counties),
        online={
            code: service.title
            for code, service in catalogue.items()
            if (service.online and asked.business.code == code)
            or (service.ends_online and asked.business.code == service.window)
        },
    )


def halls_of(answers: Iterable[CityAnswer]) -> list[HallNow]:
    """The halls of the offices that are open for any of it, those that are shut first."""
    found = {
        view["office"]: HallNow(view["office"], view["office_title"], view["hall"])
        for each in answers
        for view in each.opened
        if view["hall"]
    }
    return sorted(found.values(), key=lambda each: (each.told["open"], each.office))


def decisions_of(answers: Iterable[CityAnswer]) -> list[DecisionView]:
    """All decisions that these answers name, each once, in the order in which they were taken."""
    named = _distinct(decision for each in answers for decision in each.decisions)
    return sorted(named, key=lambda each: (each["decided_on"] or date.min, each["id"]))


def _distinct(found: Iterable[DecisionView | None]) -> list[DecisionView]:
    return list({each["id"]: each for each in found if each}.values())
