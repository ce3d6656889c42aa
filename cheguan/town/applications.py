"""Complete applications, as people of the town send them."""

from datetime import date, datetime
from typing import Final

import msgspec

from cheguan.town.blocks import Body
from cheguan.town.brought import NOTHING, Brought
from cheguan.town.cohorts import cohort
from cheguan.town.customs import CUSTOMS
from cheguan.town.fates import Fate, Plan
from cheguan.town.people import person
from cheguan.town.substitution import Sender, in_the_name_of
from domain.calendar import local_day
from domain.identifiers import resident_id
from domain.periods import add_years
from domain.services.blocks.applicant.identity import RESIDENT
from domain.services.catalogue import EVERY_SERVICE
from domain.services.choices import Channel

_CHANNELS: Final = {Channel.ONLINE_APP: 75, Channel.ONLINE_WEB: 25}
_PAYS_AT_THE_DOOR: Final = 0.08
_PAYS_FIRST: Final = frozenset({Fate.UNPAID, Fate.PAID_AT_SECOND_TRY})


def filled_in(plan: Plan, at: datetime, attempt: int = 0, brought: Brought = NOTHING) -> bytes:
    """The body of the plan's application in JSON, as it is sent at ``at``.

    ``attempt`` counts from 0: whoever hears that a number is taken names another one.
    """
    draw, service, day = plan.draw("application"), EVERY_SERVICE[plan.service], local_day(at)
    example = service.example(day)
    who = person(plan.seed, plan.number, plan.city, cohort(_born_on(example, day), day, draw))
    asked = CUSTOMS[plan.service].varied(example, plan, draw)
    body = in_the_name_of(Sender(plan, who, at, draw, attempt), service.form, asked)
    if plan.counter:
        return msgspec.json.encode(brought.entered(body))
    body["channel"] = draw.choices(list(_CHANNELS), list(_CHANNELS.values()))[0]
    posted = "payment" in body and body["delivery"]["mode"] == "post"
    if posted and plan.fate not in _PAYS_FIRST and draw.random() < _PAYS_AT_THE_DOOR:
        body["payment"] = {"method": "on_delivery"}
    return msgspec.json.encode(body)


def _born_on(example: Body, day: date) -> date:
    """When the applicant of the example was born. One without a resident number is 30."""
    shown = example["applicant"]
    if shown["id_type"] in RESIDENT:
        return resident_id.parse(shown["id_no"], day).born_on
    return add_years(day, -30)
