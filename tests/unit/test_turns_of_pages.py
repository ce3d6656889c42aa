"""A page says whose turn it is, also to whoever has nothing to do."""

from collections.abc import Sequence
from datetime import date
from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from api.pages.kit.answer import TEMPLATES
from api.pages.kit.turn import hands_of, turn_of
from domain.case.case import CASE
from domain.case.grounds import Hold
from domain.case.stage import Stage
from domain.titles import Title, counted

OFFICE = Title("郑州市车辆管理所", "the vehicle office of Zhengzhou")


@pytest.mark.parametrize(
    ("stage", "told"),
    [
        (Stage.ACCEPTED, "现在由郑州市车辆管理所办理，您无须操作"),
        (Stage.IN_POST, "现在由邮政寄递，请留意收件"),
        (Stage.COMPLETED, None),
    ],
)
def test_an_applicant_who_waits_is_told_for_whom(stage: Stage, told: str | None) -> None:
    found = turn_of(stage, OFFICE, (), his=False)
    assert (found.zh if found else None) == told
    assert turn_of(stage, OFFICE, (), his=True) is None


def test_what_rests_is_nobody_s_turn() -> None:
    found = turn_of(Stage.ACCEPTED, OFFICE, (next(iter(Hold)),), his=False)
    assert found
    assert found.zh == "现在暂停办理，您无须操作"


@pytest.mark.parametrize(
    ("stage", "reviewer", "told"),
    [
        (Stage.CORRECTION_REQUESTED, None, "现在等申请人办理"),
        (Stage.IN_REVIEW, "officer-7", "现在由郑州市车辆管理所审核人 officer-7 办理"),
        (Stage.APPROVED, "officer-7", "现在由郑州市车辆管理所办理"),
        (Stage.IN_POST, None, "现在由邮政寄递"),
        (Stage.REFUSED, None, "此业务已经终结"),
    ],
)
def test_an_officer_is_told_who_has_the_case(stage: Stage, reviewer: str | None, told: str) -> None:
    current = replace(CASE.initial, stage=stage, reviewer=reviewer)
    assert hands_of(current, OFFICE).zh == told


def test_one_of_something_is_told_in_the_singular() -> None:
    assert [counted(n, "working day") for n in (1, 2)] == ["1 working day", "2 working days"]
    assert [counted(n, "city") for n in (1, 18)] == ["1 city", "18 cities"]


TERM = SimpleNamespace(title="作出决定", on=date(2020, 3, 25), note=None)


def shown(steps: Sequence[SimpleNamespace], **told: object) -> str:
    values = {"next": TERM, "duty": None, "under_relief": None, "timeline": steps, **told}
    return TEMPLATES.get_template("kit/turn.html").render(
        told=SimpleNamespace(**values),
        turn=None,
        say=lambda zh, en: zh,
        day=lambda value: value.isoformat(),
    )


def test_the_promised_day_is_told_with_the_reason_why_it_moved() -> None:
    moved = SimpleNamespace(
        event="ClockRestarted", title="", until=TERM.on, instead_of=date(2020, 3, 23)
    )
    assert "作出决定：最迟 <b>2020-03-25</b>" in shown([])
    assert "有调整" not in shown([])
    assert "原为 2020-03-23。原因：暂停期间不计入办理期限。" in shown([moved])


def test_a_day_that_was_passed_or_stayed_the_same_has_not_moved() -> None:
    other = SimpleNamespace(
        event="DeadlineExtended", title="", until=date(2020, 3, 2), instead_of=date(2020, 3, 1)
    )
    same = SimpleNamespace(event="ClockRestarted", title="", until=TERM.on, instead_of=TERM.on)
    assert "有调整" not in shown([other, same])


def test_where_there_is_nothing_to_tell_there_is_no_frame() -> None:
    assert not shown([], next=None).strip()
