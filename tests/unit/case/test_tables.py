"""The tables are complete, and the closed lists hold nothing that nobody uses."""

import ast
import inspect
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

import domain
from domain.case import commands, events, reasons, refusals
from domain.case.changes import CHANGES
from domain.case.decisions.clock import why_stopped
from domain.case.decisions.decide import ANSWERS, decide, possible
from domain.case.lifecycle import LIFECYCLE, STAGE_AFTER, WHO_MAY, allowed
from domain.case.reasons import Hold, StopReason
from domain.case.refusals import NotAtThisStage, NotPermitted
from domain.case.stage import FINAL, OPEN, UNDECIDED, Stage
from domain.case.state import Case
from domain.people import Actor, Role
from domain.refusal import Refusal
from tests.unit.case.examples import EXAMPLES
from tests.unit.case.given import morning, office_on
from tests.unit.case.situations import SUBMITTED_ON

COMMANDS = set(get_args(commands.CaseCommand))
EVENTS = set(get_args(events.CaseEvent))


def _subclasses(of: type, module: object) -> set[type]:
    return {
        cls
        for _, cls in inspect.getmembers(module, inspect.isclass)
        if issubclass(cls, of) and cls is not of
    }


def _in_hints(classes: set[type]) -> Iterator[object]:
    waiting: list[object] = [hint for cls in classes for hint in get_type_hints(cls).values()]
    while waiting:
        hint = waiting.pop()
        yield hint
        waiting.extend(get_args(hint))


def test_the_unions_hold_every_class() -> None:
    assert _subclasses(commands.Command, commands) == COMMANDS
    assert _subclasses(events.Event, events) == EVENTS


def test_every_command_has_its_stages_its_people_and_an_example() -> None:
    assert COMMANDS == LIFECYCLE.keys() == WHO_MAY.keys() == EXAMPLES.keys()
    assert ANSWERS.keys() <= COMMANDS
    assert all(LIFECYCLE.values())
    assert all(WHO_MAY.values())


def test_every_event_leads_to_a_stage_or_carries_one() -> None:
    carrying = {event for event in EVENTS if "stage" in event.__struct_fields__}
    assert STAGE_AFTER.keys() | carrying == EVENTS
    assert not STAGE_AFTER.keys() & carrying


def test_every_event_says_what_it_changes() -> None:
    assert CHANGES.keys() == EVENTS


def test_every_stage_is_reached_and_open_or_final() -> None:
    carried = {Stage.PAYMENT_PENDING, Stage.SUBMITTED, Stage.READY_TO_SEND, Stage.READY_FOR_PICKUP}
    assert set(STAGE_AFTER.values()) | carried | {Stage.NEW} >= set(Stage)
    assert {Stage.NEW, *OPEN, *FINAL} == set(Stage)
    assert not OPEN & FINAL
    assert UNDECIDED < OPEN


def test_only_what_was_decided_can_be_taken_up_again_after_the_end() -> None:
    for stage in (Stage.WITHDRAWN, Stage.LAPSED):
        assert not allowed(Case(stage=stage))


def test_what_is_possible_is_allowed_and_has_something_to_answer() -> None:
    for stage in Stage:
        case = Case(stage=stage)
        assert possible(case) == {
            command for command in allowed(case) if command not in ANSWERS or ANSWERS[command](case)
        }


def test_every_command_is_refused_to_every_other_role() -> None:
    for command in EXAMPLES.values():
        case = Case(stage=min(LIFECYCLE[type(command)]))
        for role in set(Role) - WHO_MAY[type(command)]:
            with pytest.raises(NotPermitted) as refused:
                decide(case, command, office_on(morning(SUBMITTED_ON), Actor(role, "someone")))
            assert refused.value.role == role


def test_every_command_is_refused_at_every_other_stage() -> None:
    for command in EXAMPLES.values():
        by = Actor(min(WHO_MAY[type(command)]), "someone")
        for stage in set(Stage) - LIFECYCLE[type(command)]:
            with pytest.raises(NotAtThisStage) as refused:
                decide(Case(stage=stage), command, office_on(morning(SUBMITTED_ON), by))
            assert refused.value.stage == stage


def test_auditors_command_nothing_and_only_applicants_submit() -> None:
    assert not any(Role.AUDITOR in roles for roles in WHO_MAY.values())
    assert WHO_MAY[commands.SubmitCase] == {Role.APPLICANT, Role.PARTNER}


def test_every_refusal_is_raised_somewhere() -> None:
    raised = set()
    for file in Path(next(iter(domain.__path__))).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Raise) and node.exc is not None:
                made = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
                raised.add(made.id if isinstance(made, ast.Name) else "")
    assert {refusal.__name__ for refusal in _subclasses(Refusal, refusals)} <= raised


def test_every_list_of_grounds_is_carried_by_an_event_or_a_command() -> None:
    carried = set(_in_hints(COMMANDS | EVENTS | {events.Defect}))
    assert {
        cls for cls in _subclasses(StrEnum, reasons) if cls.__module__ == reasons.__name__
    } <= carried


def test_every_ground_for_a_stopped_clock_occurs() -> None:
    rests = [Case(stage=Stage.CORRECTION_REQUESTED), Case(stage=Stage.ON_SITE_REQUIRED)]
    held = [Case(stage=Stage.IN_REVIEW, holds=frozenset({hold})) for hold in Hold]
    assert {why_stopped(case) for case in rests + held} == {*StopReason, None}
