"""The way of an application so far, with the names of places and days that a page shows."""

from typing import Any, Final

from api.language import Language
from api.pages.kit.places import place_text
from api.views.tracking import TrackingView
from domain.case.case import CASE
from projections.tracking.timeline import UNTIL

_FIELDS: Final = {row.event.__name__: row.event.__struct_fields__ for row in CASE.effects}


def way_of(told: TrackingView, language: Language) -> list[dict[str, Any]]:
    """The steps as ``kit/way.html`` shows them."""
    return [
        {
            **step,
            "place_title": place_text(step["place"], language) if step["place"] else None,
            "until_title": _until_title(step["event"], language),
        }
        for step in told["timeline"]
    ]


def _until_title(event: str, language: Language) -> str:
    """What the day beside a step means, by the first of the event's fields that gives it."""
    fields = _FIELDS.get(event, ())
    return next((CASE.words.fields[name].text(language) for name in UNTIL if name in fields), "")
