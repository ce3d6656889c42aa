"""The way of a case is told by steps that fit what it is about."""

import pytest

from api.pages.kit.six_steps import six_steps
from domain.case.stage import Stage
from domain.case.state import Case
from domain.services.catalogue import CATALOGUE


@pytest.mark.parametrize(
    ("service", "stage", "steps", "at"),
    [
        ("plate_reissue", Stage.IN_REVIEW, ["提交", "受理", "审核", "制作", "送达", "办结"], 3),
        ("violation_handling", Stage.SUBMITTED, ["提交", "告知", "处罚决定", "送达", "办结"], 2),
        ("violation_handling", Stage.DISPUTED, ["提交", "告知", "处罚决定", "送达", "办结"], 3),
        ("violation_handling", Stage.DECIDED, ["提交", "告知", "处罚决定", "送达", "办结"], 4),
        ("fine_payment", Stage.PAYMENT_PENDING, ["提交", "核定金额", "缴款", "办结"], 3),
        ("fine_payment", Stage.COMPLETED, ["提交", "核定金额", "缴款", "办结"], 4),
    ],
)
def test_a_case_stands_at_a_step_of_its_way(
    service: str, stage: Stage, steps: list[str], at: int
) -> None:
    found = six_steps(Case(stage=stage), CATALOGUE[service], "zh")
    assert found == (steps, at)


@pytest.mark.parametrize("service", ["plate_reissue", "violation_handling", "fine_payment"])
def test_what_has_left_the_way_has_no_steps(service: str) -> None:
    assert six_steps(Case(stage=Stage.WITHDRAWN), CATALOGUE[service], "zh") is None
