"""The requests about plans and seats, about examinations and about halls."""

import json
from collections.abc import Mapping
from typing import Final

from api.resource import API
from domain.case.appointment.commands import PostponeBooking
from tests.matrix.alarm_requests import ALARMS
from tests.matrix.ask import FORM, Ask
from tests.matrix.exam_requests import EXAMS
from tests.matrix.hall_requests import HALLS
from tests.matrix.improvement_requests import IMPROVEMENT_ASKS

_PLANS: Final = f"{API}/plans/{{plan}}"
_SEATS: Final = f"{API}/seats/{{seat}}"
_RELEASES: Final = [{"period": "14", "seats": 2, "at": "2020-02-03T01:00:00Z"}]
_SEAT: Final[Mapping[str, object]] = {
    "kind": "station",
    "place": "410100.ins1",
    "on": "{plan_on}",
    "period": "14",
    "number": 3,
}


def _json(**fields: object) -> str:
    return json.dumps(fields)


SEATS: Final[Mapping[str, Ask]] = {
    **EXAMS,
    **HALLS,
    **IMPROVEMENT_ASKS,
    **ALARMS,
    f"POST {API}/applications/{{case}}/postponement": Ask(
        _json(on="{plan_on}", period="14"), at=PostponeBooking
    ),
    "GET /mine/{case}/appointment": Ask(at=PostponeBooking),
    "POST /mine/{case}/appointment": Ask(
        "act=postpone-booking&key=1&on={plan_on}&period=14", at=PostponeBooking, media_type=FORM
    ),
    "POST /apply/{service}/seats": Ask("place=1", media_type=FORM),
    f"GET {_PLANS}": Ask(),
    f"GET {_PLANS}/history": Ask(),
    f"POST {_PLANS}/publish-plan": Ask(
        _json(kind="station", place="410100.ins1", on="{plan_on}", releases=_RELEASES)
    ),
    f"POST {_PLANS}/announce-seats": Ask(_json(releases=_RELEASES)),
    f"POST {_PLANS}/close-plan": Ask(),
    f"POST {_PLANS}/reopen-plan": Ask(),
    f"POST {_PLANS}/cancel-plan": Ask(_json(reason="epidemic")),
    f"GET {_SEATS}": Ask(),
    f"GET {_SEATS}/history": Ask(),
    f"POST {_SEATS}/close-seat": Ask(_json(**_SEAT)),
    f"POST {_SEATS}/reopen-seat": Ask(_json(**_SEAT)),
}
