"""How the routes of examinations are asked, each about a fresh one."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import count
from typing import Final

from api.desk import Desk
from api.resource import API
from domain.calendar import local_day
from domain.case.examination.commands import CancelExamBooking
from domain.exam_plans.commands import PublishExamPlan
from domain.exam_plans.exam_plan import EXAM_PLAN
from domain.exam_plans.state import exam_plan_name, exam_plan_named
from domain.identifiers.licence_classes import LicenceClass
from domain.register.learner_permit import ExamSubject
from domain.services.blocks.appointment.examination import ExamSession, ExamSlot
from tests.kit.life import HQ
from tests.kit.offices import asked
from tests.matrix.ask import FORM, Ask

_PLANS: Final = f"{API}/exam-plans/{{exam_plan}}"
_SITE: Final = "410300.exs1"
"""Of the prefecture of those who stand in no relation. That of the others holds no examinations."""
EXAMS: Final[Mapping[str, Ask]] = {
    f"POST {API}/applications/{{case}}/exam-cancellation": Ask(
        '{"reason": "own"}', at=CancelExamBooking
    ),
    f"GET {API}/applications/{{case}}/exam-rank": Ask(at=CancelExamBooking),
    "POST /apply/{service}/examinations": Ask("site_id=1", media_type=FORM),
    "GET /mine/{case}/examination": Ask(at=CancelExamBooking),
    "POST /mine/{case}/examination": Ask(
        "act=cancel-exam-booking&key=1&reason=own", at=CancelExamBooking, media_type=FORM
    ),
    f"GET {_PLANS}": Ask(),
    f"GET {_PLANS}/history": Ask(),
    f"POST {_PLANS}/publish-exam-plan": Ask(
        f'{{"site": "{_SITE}", "exam_on": "{{exam_on}}", "session": "morning",'
        ' "subject": "SUBJ2", "exam_class": "C1", "capacity": 20}',
        begins=True,
    ),
    f"POST {_PLANS}/cancel-exam-plan": Ask('{"reason": "epidemic"}'),
}


class FreshExams:
    """Announces an examination for each request about one, but not for that which announces it.

    Whoever announces one after another has a day less of the year for the next.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._days: Iterator[int] = count(20)

    async def values(self, route: str) -> Mapping[str, str]:
        """What the address and the body of the route name. Other routes name nothing of it."""
        if "{exam_plan}" not in route:
            return {}
        on = local_day(self._desk.clock()) + timedelta(days=next(self._days))
        slot = ExamSlot(_SITE, on, ExamSession.MORNING, ExamSubject.TWO, LicenceClass.C1)
        name = exam_plan_name(slot)
        if not route.endswith("publish-exam-plan"):
            publish = PublishExamPlan(**slot._asdict(), capacity=20)
            request = asked(publish, HQ)
            await self._desk.door.handle(EXAM_PLAN, exam_plan_named(name), publish, request)
        return {"exam_plan": name, "exam_on": on.isoformat()}
