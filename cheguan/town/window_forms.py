"""What people of the town have entered at a window, where the example does not say it all."""

from collections.abc import Mapping
from random import Random
from types import MappingProxyType
from typing import Any, Final

from cheguan.town.blocks import Body
from cheguan.town.custom import Custom
from cheguan.town.fates import Plan
from cheguan.town.visits import exam_site, station
from domain.services.blocks.business import Business
from domain.services.window.matter import FormPart
from domain.services.window.table import ROWS

_LOST: Final = 0.5
_PASSES: Final = 0.75
_ELSEWHERE: Final = ("110105", "310115", "420106", "440106")
"""Where people move to: Beijing, Shanghai, Wuhan, Guangzhou."""
_FURTHER: Final = "D"
"""What the driver of a car learns beside."""
_SCORES: Final = (range(60, 80), range(90, 101))
"""Below every mark, and above every mark."""


def _varied(example: Body, plan: Plan, draw: Random) -> Body:
    row, asked = ROWS[plan.service], dict[str, Any](example)
    if FormPart.REISSUE in row.matter.parts:
        how = Business.REISSUE if draw.random() < _LOST else Business.REPLACE
        asked |= {"reissue": how.value, "originals": [str(each) for each in row.asked_of(how)]}
    if FormPart.EXAM in row.matter.parts:
        score = draw.choice(_SCORES[draw.random() < _PASSES])
        asked["exam"] = example["exam"] | {"site_id": exam_site(plan.city), "score": score}
    if FormPart.REPORT in row.matter.parts:
        passed = draw.random() < _PASSES
        asked["report"] = example["report"] | {"station_id": station(plan.city), "passed": passed}
    if FormPart.MOVES_TO in row.matter.parts:
        asked["moves_to"] = draw.choice(_ELSEWHERE)
    if FormPart.WANTED_CLASS in row.matter.parts:
        asked["wanted_class"] = _FURTHER if FormPart.LICENCE in row.matter.parts else "C1"
    if row.end.green:
        ambulance = {"vehicle_type": "small_passenger", "seats": 6, "brand_model": "JX5048XJHMJ5"}
        asked["new_vehicle"] = example["new_vehicle"] | ambulance
        asked["applicant"] = example["applicant"] | {"id_type": "uscc"}
        asked["user_kind"] = "unit"
    return asked


AT_A_WINDOW: Final = Custom(varied=_varied)
CUSTOMS_AT_WINDOWS: Final[Mapping[str, Custom]] = MappingProxyType(dict.fromkeys(ROWS, AT_A_WINDOW))
