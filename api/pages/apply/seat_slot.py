"""Where and when an application for an appointment asks to come, as its questions have it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from api.pages.kit.questionnaire.answers import NO, YES, written
from api.pages.kit.questionnaire.questions import Question, questions_of
from domain.offices.plan_kind import PlanKind
from domain.services.service import Service

DAY: Final = "slot_date"
PERIOD: Final = "slot_period"
WAITS: Final = "wait_if_full"
_PLACES: Final[Mapping[str, PlanKind]] = {
    "station_id": PlanKind.STATION,
    "outlet_id": PlanKind.OUTLET,
}


def kind_of(service: Service[Any]) -> PlanKind | None:
    """For what people come by appointment. None for a service without one."""
    place = place_of(service)
    return _PLACES[place.path] if place else None


def place_of(service: Service[Any]) -> Question | None:
    """The question for the place of the appointment."""
    asked = {each.path: each for each in questions_of(service.form)}
    if DAY not in asked:
        return None
    return next((asked[path] for path in _PLACES if path in asked), None)


def asks_for_day(questions: Iterable[Question]) -> bool:
    """Whether one of the questions is answered more easily from the calendar."""
    return any(each.path == DAY for each in questions)


def entries_of(
    service: Service[Any], place: str, on: date, period: str, *, waits: bool
) -> dict[str, str]:
    """What stands in the fields of whoever has chosen a seat in the calendar."""
    asked = {each.path: each for each in questions_of(service.form)}
    where = place_of(service)
    assert where
    return {
        where.path: place,
        **written(asked[DAY], on),
        PERIOD: period,
        WAITS: YES if waits else NO,
    }
