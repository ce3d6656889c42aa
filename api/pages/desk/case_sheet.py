"""What an officer sees of a case: the form, the checks, how it stands and what happened."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from api.actions import slug
from api.day_text import day_text, moment_text
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.masking import masked_form
from api.pages.desk.documents import DocumentLine, document_lines
from api.pages.desk.queue_lines import TimeLeft, time_left
from api.pages.desk.related_cases import RelatedCases, related_cases
from api.pages.desk.task_fields import TaskField, task_fields
from api.pages.kit.history.event_values import field_rows
from api.pages.kit.history.state_rows import state_rows
from api.pages.kit.history.stream_words import step_of
from api.pages.kit.places import office_text, place_text
from api.pages.kit.sealed_parts import SEALED_PARTS
from api.resources import CASES
from api.sum_text import sum_text
from api.views.case_documents import documents_of
from api.views.replay import replay
from domain.case.case import CASE
from domain.case.rest import is_at_rest
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.door.attempt import Opened
from domain.identifiers.violation_acts import act_of
from domain.message import Command
from domain.recorded_event import RecordedEvent
from domain.services.catalogue import EVERY_SERVICE
from domain.services.form_fields import FormField
from domain.services.texts import FIELDS
from domain.titles import Title

Rows = Sequence[tuple[str, str]]
_TOLD: Final = frozenset({"codes", "defects", "note", "reason"})


class Task(NamedTuple):
    """Something that this officer may do in the case, and what he has to say for it."""

    name: str
    title: str
    command: type[Command]
    fields: Sequence[TaskField]

    @property
    def is_told(self) -> bool:
        """Whether the applicant reads what the officer chooses or writes."""
        return any(field.name in _TOLD for field in self.fields)


class CheckLine(NamedTuple):
    """``tone`` is that of the badge which bears ``result``."""

    title: str
    result: str
    tone: str


class CaseSheet(NamedTuple):
    """``parts`` are what was sealed, masked. ``history`` is what the sheet was made of."""

    opened: Opened[Case]
    history: Sequence[RecordedEvent]
    at: Circumstances
    title: str
    stage: str
    left: TimeLeft | None
    parts: Sequence[tuple[str, str, Rows]]
    unopened: Sequence[str]
    facts: Rows
    documents: Sequence[DocumentLine]
    related: RelatedCases
    state: Rows
    checks: Sequence[CheckLine]
    tasks: Sequence[Task]
    steps: Sequence[Mapping[str, Any]]

    @property
    def case(self) -> Case:
        return self.opened.state


_STANDS: Final = frozenset(
    {
        *("office", "clock", "accepted_on", "decided_on", "handler", "reviewer", "lent"),
        *("paid", "payable", "item_no", "posts", "holds", "reconsideration"),
        *("deferred_until", "deadline"),
    }
)
"""What is told of how it stands. Its form and its checks have places of their own."""
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_INSTANT: Final = re.compile(_DAY.pattern + r"T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})")
_ORDER: Final = tuple(row.command for row in CASES.decisions)
_PASSED: Final = Title("通过", "passed")
_FAILED: Final = Title("不通过", "failed")
_OVERRIDDEN: Final = Title("经值班领导批准", "set aside by the duty leader")
_OPEN: Final = Title("未核查", "not checked yet")


async def case_sheet(
    desk: Desk,
    identity: Identity,
    opened: Opened[Case],
    history: Sequence[RecordedEvent],
    language: Language,
) -> CaseSheet:
    """Reads and unseals what the sheet needs. That he looked is on record with the case."""
    desk.accesses.history_seen(opened, identity.actor)
    current = opened.state
    at = desk.door.circumstances(opened, identity.actor, identity.id_indexes)
    form = await masked_form(desk.keyring, opened.stream, current.key_id, current.sealed)
    documents = await documents_of(desk, identity.actor, opened, history, language)
    days = sorted(CASES.days(current).values()) if CASES.days else []
    return CaseSheet(
        opened=opened,
        history=history,
        at=at,
        title=EVERY_SERVICE[current.service].title.text(language),
        stage=CASE.words.stages[current.stage].text(language),
        left=time_left(days[0], at.today, at.calendar, language, rests=is_at_rest(current))
        if days
        else None,
        parts=[
            (part, SEALED_PARTS[part].text(language), part_rows(part, fields, language))
            for part, fields in form.parts.items()
        ],
        unopened=[SEALED_PARTS[part].text(language) for part in form.unopened],
        facts=_facts(current, language),
        documents=document_lines(opened.stream, documents),
        related=await related_cases(desk, identity, opened, language),
        state=state_rows(current, language, only=_STANDS),
        checks=[*_checks(current, language)],
        tasks=_tasks(current, at, language),
        steps=together([step_of(CASE, step, language) for step in replay(CASE, history)]),
    )


def together(steps: Sequence[dict[str, Any]]) -> list[Mapping[str, Any]]:
    """What was done several times by one command is told once, with ``times``."""
    told: list[dict[str, Any]] = []
    for step in steps:
        same = told and all(told[-1][each] == step[each] for each in ("title", "at", "person"))
        if same:
            told[-1] = {**step, "times": told[-1]["times"] + 1}
        else:
            told.append({**step, "times": 1})
    return [*told]


def part_rows(part: str, fields: Mapping[str, Any], language: Language) -> Rows:
    """A part of the form, in the words of the form."""
    return [_row(f"{part}.{name}", name, value, language) for name, value in fields.items()]


def _row(path: str, name: str, value: Any, language: Language) -> tuple[str, str]:
    field = FIELDS.get(path) or FIELDS.get(name)
    title = field.title if field else None
    return (
        title.text(language) if title else name,
        _value(field, name, value, language),
    )


def _value(field: FormField | None, name: str, value: Any, language: Language) -> str:
    if isinstance(value, bool):
        return (Title("是", "yes") if value else Title("否", "no")).text(language)
    choice = field.choices.get(value) if field and isinstance(value, str) else None
    if choice:
        return choice.text(language)
    text = str(value)
    if name == "act_code":
        return act_of(text).text(language)
    if name.endswith("_yuan") and isinstance(value, int):
        return sum_text(100 * value, language)
    if name in ("region", "region_code"):
        return place_text(text, language)
    if _DAY.fullmatch(text):
        return day_text(date.fromisoformat(text), language)
    if _INSTANT.fullmatch(text):
        return moment_text(datetime.fromisoformat(text), language)
    return office_text(text, language) if name.startswith("office") else text


def _facts(current: Case, language: Language) -> Rows:
    """What was applied for. The documents have a place of their own."""
    facts = current.facts
    return field_rows(replace(facts, papers=()), CASE.words, language) if facts else []


def _checks(current: Case, language: Language) -> list[CheckLine]:
    lines = []
    for check in EVERY_SERVICE[current.service].checks:
        passed = current.checks.get(check.code)
        overridden = check.code in current.overridden
        said, tone = (
            (_OPEN, "wait")
            if passed is None
            else (_PASSED, "good")
            if passed
            else (_OVERRIDDEN, "act")
            if overridden
            else (_FAILED, "bad")
        )
        lines.append(CheckLine(check.title.text(language), said.text(language), tone))
    return lines


def _tasks(current: Case, at: Circumstances, language: Language) -> list[Task]:
    """In the order of a case's life. What needs papers or an address has no form here."""
    possible, tasks = CASE.possible_to(current, at), []
    for command in _ORDER:
        row = CASE.row(command)
        if command not in possible or at.by.role not in CASES.givers(row):
            continue
        fields = task_fields(command, current, at)
        if fields is not None:
            title = CASE.words.commands[command.__name__].text(language)
            tasks.append(Task(slug(command), title, command, fields))
    return tasks
