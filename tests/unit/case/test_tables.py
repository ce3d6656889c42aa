"""The tables are complete, and the closed lists hold nothing that nobody uses."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

import domain
from domain.aggregate import CARRIED
from domain.case.case import CASE
from domain.case.deadlines.clock import why_stopped
from domain.case.grounds import Hold, StopReason
from domain.case.instruments.kind import InstrumentKind
from domain.case.intake.commands import SubmitCase
from domain.case.intake.events import Defect
from domain.case.remedies.commands import FileReconsideration
from domain.case.stage import FINAL, OPEN, UNDECIDED, Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseCommand, CaseEvent
from domain.choice import Choice
from domain.message import CountReliefs, PassDeadline
from domain.people import Actor, Role
from domain.refusal import (
    Conflict,
    Forbidden,
    Invalid,
    NotAtThisStage,
    NotPermitted,
    Refusal,
    Stale,
    Unknown,
)
from tests.unit.case.examples import EXAMPLES
from tests.unit.case.given import circumstances, morning
from tests.unit.case.situations import SUBMITTED_ON

COMMANDS = {row.command for row in CASE.decisions}
EVENTS = {row.event for row in CASE.effects}
KINDS: set[type] = {Unknown, Forbidden, Conflict, Invalid, Stale}


def _below(base: type, prefix: str) -> set[type]:
    """Every class of the project that derives from ``base`` and is defined under ``prefix``."""
    children: list[type] = type.__subclasses__(base)
    below = [child for child in children if child.__module__.startswith("domain.")]
    deeper = {found for child in below for found in _below(child, prefix)}
    return {kind for kind in below if kind.__module__.startswith(prefix)} | deeper


def _in_hints(classes: set[type]) -> Iterator[object]:
    waiting: list[object] = [hint for cls in classes for hint in get_type_hints(cls).values()]
    while waiting:
        hint = waiting.pop()
        yield hint
        waiting.extend(get_args(hint))


def test_every_class_has_a_row() -> None:
    assert _below(CaseCommand, "domain.case") | {PassDeadline, CountReliefs} == COMMANDS
    assert _below(CaseEvent, "domain.case") == EVENTS


def test_every_command_has_its_stages_its_people_and_an_example() -> None:
    assert EXAMPLES.keys() == COMMANDS
    assert all(row.at and row.by for row in CASE.decisions)


def test_an_event_that_carries_its_stage_says_so() -> None:
    carrying = {event for event in EVENTS if "stage" in event.__struct_fields__}
    assert {row.event for row in CASE.effects if row.to is CARRIED} == carrying


def test_every_stage_is_reached_and_open_or_final() -> None:
    carried = {Stage.PAYMENT_PENDING, Stage.SUBMITTED, Stage.READY_TO_SEND, Stage.READY_FOR_PICKUP}
    assert {row.to for row in CASE.effects} | carried | {Stage.NEW} >= set(Stage)
    assert {Stage.NEW, *OPEN, *FINAL} == set(Stage)
    assert not OPEN & FINAL
    assert UNDECIDED < OPEN


def test_only_what_was_decided_can_be_taken_up_again_after_the_end() -> None:
    """What the applicant himself withdrew is over; a lapse may be looked at again."""
    assert not CASE.possible(Case(stage=Stage.WITHDRAWN))
    assert FileReconsideration in CASE.possible(Case(stage=Stage.LAPSED))


def test_what_is_possible_is_allowed_and_has_something_to_answer() -> None:
    for stage in Stage:
        case = Case(stage=stage)
        assert CASE.possible(case) == {
            row.command
            for row in CASE.decisions
            if stage in row.at and (row.when is None or row.when(case))
        }


def test_every_command_is_refused_to_every_other_role() -> None:
    for command in EXAMPLES.values():
        case = Case(stage=Stage(min(CASE.row(type(command)).at)))
        for role in set(Role) - CASE.row(type(command)).by:
            with pytest.raises(NotPermitted) as refused:
                CASE.decide(
                    case, command, circumstances(morning(SUBMITTED_ON), Actor(role, "someone"))
                )
            assert refused.value.role == role


def test_every_command_is_refused_at_every_other_stage() -> None:
    for command in EXAMPLES.values():
        by = Actor(min(CASE.row(type(command)).by), "someone")
        for stage in set(Stage) - CASE.row(type(command)).at:
            with pytest.raises(NotAtThisStage) as refused:
                CASE.decide(Case(stage=stage), command, circumstances(morning(SUBMITTED_ON), by))
            assert refused.value.stage == stage


def test_auditors_command_nothing_and_only_applicants_submit() -> None:
    assert not any(Role.AUDITOR in row.by for row in CASE.decisions)
    assert CASE.row(SubmitCase).by == {Role.APPLICANT, Role.PARTNER}


def test_every_refusal_is_raised_somewhere() -> None:
    raised = set()
    for file in Path(next(iter(domain.__path__))).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Raise) and node.exc is not None:
                made = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
                raised.add(made.id if isinstance(made, ast.Name) else "")
    assert {refusal.__name__ for refusal in _below(Refusal, "domain") - KINDS} <= raised


def test_every_list_of_grounds_is_carried_by_an_event_or_a_command() -> None:
    carried = set(_in_hints(COMMANDS | EVENTS | {Defect}))
    assert _below(Choice, "domain.case") - {Stage, InstrumentKind} <= carried


def test_every_ground_for_a_stopped_clock_occurs() -> None:
    rests = [Case(stage=Stage.CORRECTION_REQUESTED), Case(stage=Stage.ON_SITE_REQUIRED)]
    held = [Case(stage=Stage.IN_REVIEW, holds=frozenset({hold})) for hold in Hold]
    assert {why_stopped(case) for case in rests + held} == {*StopReason, None}
