"""How the town books examinations: in its own city, and those of January for a day of that time."""

from datetime import date
from random import Random
from typing import Final

from cheguan.town import numbering
from cheguan.town.blocks import Body
from cheguan.town.custom import Custom
from cheguan.town.exams import in_city, slot_of_learner
from cheguan.town.fates import Plan


def _varied(example: Body, plan: Plan, draw: Random) -> Body:
    learner = numbering.learner(plan.number)
    day = date.fromisoformat(example["exam_date"])
    slot = in_city(plan.city, day) if learner is None else slot_of_learner(learner)
    return {
        **example,
        "subject": slot.subject,
        "exam_class": slot.exam_class,
        "site_id": slot.site,
        "exam_date": slot.exam_on.isoformat(),
        "session": slot.session,
    }


CUSTOM: Final = Custom(varied=_varied)
