"""The rows of the prefecture console: what stands, what was decided, what is asked or wrong."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from api.pages.kit.faults import WHOLE
from api.pages.prefecture.choices import fits
from api.pages.prefecture.faults import faults_in
from api.pages.prefecture.past import past
from api.pages.prefecture.questions import Kind, can_be_answered, questions
from api.pages.prefecture.sent import chosen, command_in, in_words, unanswered
from api.pages.prefecture.standing import facts, offices, upcoming, windows_changed
from api.problems import Problem, Problems
from domain.message import Command, Event
from domain.offices.business import WindowGroup
from domain.people import Actor, Role
from domain.prefectures import commands
from domain.prefectures.events import DecisionsTookEffect, PrefectureEvent, StepTaken
from domain.prefectures.grounds import Grounds, RiskGrade
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.refusals import EffectiveInThePast, PersonNamed, StepOutOfOrder
from domain.prefectures.state import Prefecture
from domain.prefectures.step import Step
from domain.recorded_event import Envelope, RecordedEvent
from domain.refusal import NotAsThingsStand, Refusal
from tests.kit import prefectures as kit

LUOYANG = kit.LUOYANG
SUSPENDED = (kit.CLASS_TWO, kit.SUSPENDED)
FIRST = (*SUSPENDED, kit.taken(Step.FIRST))
PROBLEMS = Problems([PREFECTURE])


def city(*history: Event) -> Prefecture:
    return PREFECTURE.fold(history)


def asked(command: type[Command], *history: Event) -> dict[str, Any]:
    return {each.name: each for each in questions(command, city(*history), LUOYANG)}


def test_class_step_and_list_stand_with_their_day_and_decision() -> None:
    region_class, step, listed = facts(city(*FIRST), kit.OPENS)
    assert region_class.value
    assert region_class.value.zh == "二类地区"
    assert (step.value, step.since) == (Step.FIRST.words, kit.OPENS)
    assert step.source
    assert step.source.named(LUOYANG) == "410300-3"
    assert listed.value is None


def test_a_step_of_a_later_day_is_upcoming_and_not_in_force() -> None:
    day = kit.ANNOUNCED
    assert facts(city(*FIRST), day)[1].value == Step.SUSPENDED.words
    assert [each.version for each in upcoming(city(*FIRST), day)] == [3]
    assert upcoming(city(*FIRST), kit.OPENS) == []


def test_every_office_stands_with_what_is_open_and_the_counties_come_last() -> None:
    found = offices(city(*FIRST), LUOYANG, kit.OPENS)
    main = next(each for each in found if each.office.id == LUOYANG)
    assert main.opened == (WindowGroup.REISSUE_REPLACE, WindowGroup.TEMPORARY_PLATES)
    assert WindowGroup.REGISTRATION in main.closed
    counties = [each.county for each in found]
    assert counties == sorted(counties)
    assert not any(each.opened for each in found if each.county)


def test_a_step_opens_the_windows_that_it_names_and_no_other() -> None:
    changed = windows_changed(city(*SUSPENDED), city(*FIRST), LUOYANG, kit.OPENS)
    assert [(office.id, closes) for office, _, closes in changed] == [(LUOYANG, ())]
    assert windows_changed(city(*SUSPENDED), city(*FIRST), LUOYANG, kit.ANNOUNCED) == []


def recorded(*events: PrefectureEvent) -> list[RecordedEvent]:
    return [
        RecordedEvent(
            UUID(int=1),
            version,
            version,
            Envelope(
                event=event,
                at=datetime(2020, 2, 23, 2, tzinfo=UTC),
                by=Actor(Role.SUPERVISOR, "head", "410300-det"),
                office="410300-det",
                channel="api",
                rules="henan-2020-02",
                build="test",
                cause=UUID(int=version),
            ),
        )
        for version, event in enumerate(events, start=1)
    ]


def test_the_history_tells_who_when_why_and_under_which_number() -> None:
    grounds = Grounds(reason="逐步恢复。", document_no="洛公交〔2020〕9号")
    took = DecisionsTookEffect(region=LUOYANG, effective_on=kit.OPENS, decisions=("410300-1",))
    step = StepTaken(
        step=Step.FIRST,
        effective_on=kit.OPENS,
        body="410300-det",
        decided_on=kit.ANNOUNCED,
        grounds=grounds,
    )
    last, first = past(recorded(step, took), LUOYANG, "zh")
    assert (first.number, first.body, first.role, first.person) == (
        "410300-1",
        "洛阳市公安局交警支队",
        "值班领导",
        "head",
    )
    assert (first.what, first.grounds) == ("第一步：车管所业务窗口", grounds)
    assert (last.what, last.body) == (
        "进入恢复步骤：第一步：车管所业务窗口（410300-1）；2020年2月24日",
        "",
    )


def test_the_next_step_is_offered_and_only_what_was_passed_is_gone_back_to() -> None:
    offered = asked(commands.TakeStep, *FIRST)["step"].options
    assert [code for code, _ in offered] == [Step.SECOND]
    later = (*FIRST, kit.taken(Step.SECOND), kit.taken(Step.THIRD))
    back = asked(commands.TakeStepBack, *later)["step"].options
    assert [code for code, _ in back] == [Step.FIRST, Step.SECOND]
    every = (*later, kit.taken(Step.FOURTH))
    assert not can_be_answered([*asked(commands.TakeStep, *every).values()])
    assert can_be_answered([*asked(commands.TakeStepBack, *every).values()])


def test_no_decision_is_taken_without_a_reason() -> None:
    rows = [row for row in PREFECTURE.decisions if row.by - {Role.SYSTEM}]
    for row in rows:
        assert asked(row.command)["reason"].required, row.command


def test_steps_are_for_class_two_and_local_openings_for_class_one() -> None:
    assert fits(commands.TakeStep, {2})
    assert not fits(commands.TakeStep, {1})
    assert fits(commands.OpenWindowsLocally, {1})
    assert fits(commands.OpenWindowsLocally, set())
    assert not fits(commands.OpenWindowsLocally, {2})
    assert fits(commands.SuspendWindows, {2})


def test_what_was_filled_in_is_the_command_of_which_it_speaks() -> None:
    sent = {
        "office": "410322",
        "services-exam": "yes",
        "services-nonsense": "yes",
        "grade": "low",
        "county_class": "2",
        "effective_on": "2020-02-24",
        "planned_end": "2020-03-31",
        "reason": "县域为低风险。",
        "document_no": "洛公交〔2020〕9号",
    }
    kind = commands.ReopenCountyOffice
    asking = questions(kind, city(*FIRST), LUOYANG)
    assert unanswered(asking, sent, "zh") == []
    assert command_in(kind, LUOYANG, asking, sent, "zh") == commands.ReopenCountyOffice(
        office="410322",
        services=("exam",),
        grade=RiskGrade.LOW,
        county_class=2,
        effective_on=date(2020, 2, 24),
        planned_end=date(2020, 3, 31),
        grounds=Grounds(reason="县域为低风险。", document_no="洛公交〔2020〕9号"),
    )
    words = {each.name: in_words(each, sent, "zh") for each in asking if chosen(each, sent)}
    assert words["office"] == "孟津县车辆管理所"
    assert words["services"] == "驾驶人考试"
    assert words["effective_on"] == "2020年2月24日"


def test_everything_that_is_lacking_is_told_at_once() -> None:
    asking = questions(commands.CloseCountyOffice, city(*FIRST), LUOYANG)
    faults = unanswered(asking, {"grade": "low"}, "zh")
    assert [each.field for each in faults] == ["office", "county_class", "effective_on", "reason"]
    assert faults[0].text.startswith("请选择")
    assert faults[-1].text == "请填写理由"


@pytest.mark.parametrize(
    ("refusal", "field", "told"),
    [
        (EffectiveInThePast(earliest=date(2020, 2, 24)), "effective_on", "（最早：2020-02-24）"),
        (StepOutOfOrder(expected="first"), "step", "（应当先进入：第一步：车管所业务窗口）"),
        (PersonNamed(pointer="/grounds/reason"), "reason", "公开"),
        (NotAsThingsStand(command="TakeStep"), WHOLE, ""),
    ],
)
def test_a_refusal_is_told_beside_its_field_with_its_rule(
    refusal: Refusal, field: str, told: str
) -> None:
    (fault,) = faults_in(PROBLEMS.of(refusal), "zh")
    assert (fault.field, fault.rule) == (field, refusal.code)
    assert told in fault.text


def test_a_defect_within_a_list_stands_beside_the_list() -> None:
    defect = {"pointer": "/services/2", "rule": "choice", "text": "不在清单中"}
    problem = Problem("form-invalid", 422, members={"defects": [defect]})
    assert [(each.field, each.text) for each in faults_in(problem, "zh")] == [
        ("services", "不在清单中")
    ]


def test_a_step_back_asks_to_which_step() -> None:
    asks = asked(commands.TakeStepBack, *FIRST)["step"]
    assert (asks.kind, asks.title.zh) == (Kind.ONE, "退回的步骤")
