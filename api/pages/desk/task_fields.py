"""What a command asks of the officer who gives it: its fields, as fields of a form."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import msgspec
from msgspec import inspect

from api.pages.kit.forms import fen_of
from domain.case.case import CASE
from domain.case.intake.askable import askable
from domain.case.intake.reasons import DefectCode
from domain.case.overlays.commands import AgreeToTransfer, OfferTransfer
from domain.case.state import Case
from domain.case.wording import correction_place
from domain.choice import Choice
from domain.circumstances import Circumstances
from domain.free_text import free_text
from domain.message import Command
from domain.offices.office import CASEWORK_KINDS
from domain.offices.tree import OFFICES, REGIONS
from domain.services.catalogue import CHECKS, REFUSALS
from domain.titles import Title, field_titles
from projections.tracking.duty_words import PUT_RIGHT

Options = Sequence[tuple[str, Title]]
Answers = tuple["FieldKind", Options, Options]
"""How a field is put, its options, and the choices of each."""


class FieldKind(StrEnum):
    """How a field is put. Of ``EACH`` every option has a choice of its own."""

    ONE = "one"
    MANY = "many"
    EACH = "each"
    DAY = "day"
    BOX = "box"
    YUAN = "yuan"
    LINE = "line"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class TaskField:
    """``answers`` are the choices of each option of ``EACH``."""

    name: str
    title: Title
    kind: FieldKind
    required: bool
    options: Options = ()
    answers: Options = ()


_PASSED: Final[Options] = (
    ("true", Title("通过", "passed")),
    ("false", Title("不通过", "failed")),
)
_RIGHT_OFFICE: Final = Title("有权办理的机关", "the office that has it")
_NOTE: Final = Title("办理说明（申请人可见）", "Note, which the applicant reads")


def task_fields(command: type[Command], current: Case, at: Circumstances) -> list[TaskField] | None:
    """The fields in their order. None if the command needs what no form of a page can supply."""
    asked = []
    made_of = inspect.type_info(command)
    assert isinstance(made_of, inspect.StructType)
    for field in made_of.fields:
        made = _field(command, field, current, at)
        if made is not None:
            asked.append(made)
        elif field.required:
            return None
    return asked


def _field(
    command: type[Command], field: inspect.Field, current: Case, at: Circumstances
) -> TaskField | None:
    name, required = field.name, field.required
    title = field_titles(command).get(name) or CASE.words.fields.get(name) or Title(name, name)
    if (known := _known(name, command, current, at)) is not None:
        kind, options, answers = known
        return TaskField(name, title, kind, required, options, answers) if options else None
    match _bare(field.type):
        case inspect.EnumType(cls=choices) if issubclass(choices, Choice):
            return TaskField(
                name, title, FieldKind.ONE, required, [(each, each.words) for each in choices]
            )
        case inspect.BoolType():
            return TaskField(name, title, FieldKind.BOX, False)
        case inspect.DateType():
            return TaskField(name, title, FieldKind.DAY, required)
        case inspect.IntType() if name.endswith("_fen"):
            return TaskField(name, title, FieldKind.YUAN, required)
        case inspect.StrType():
            is_text = name in free_text(command)
            kind = FieldKind.TEXT if is_text else FieldKind.LINE
            return TaskField(name, _NOTE if is_text else title, kind, required)
        case _:
            return None


def _known(name: str, command: type[Command], current: Case, at: Circumstances) -> Answers | None:
    """The fields whose answers depend on the case, with the answers that are possible."""
    service = at.catalogue[current.service]
    match name:
        case "codes":
            return FieldKind.MANY, [(code, _ground(code)) for code in service.reasons], ()
        case "defects":
            places = [(place, correction_place(place)) for place in askable(current, at)]
            return FieldKind.EACH, places, [(code, _phrase(code)) for code in DefectCode]
        case "results":
            open_ = [each for each in service.checks if each.code not in current.checks]
            return FieldKind.EACH, [(each.code, each.title) for each in open_], _PASSED
        case "check":
            failed = [code for code, passed in current.checks.items() if not passed]
            return FieldKind.ONE, [(code, CHECKS[code]) for code in failed], ()
        case "to_office" if command is OfferTransfer:
            return FieldKind.ONE, [*_offices_elsewhere(current.office)], ()
        case "to_office" if command is AgreeToTransfer:
            offered = [current.offer.to_office] if current.offer else []
            return FieldKind.ONE, [(code, OFFICES[code].title) for code in offered], ()
        case "to_office":
            return FieldKind.ONE, [*_offices(current.office)], ()
        case "right_office":
            return FieldKind.ONE, [(code, OFFICES[code].title) for code in REGIONS], ()
        case "office":
            return FieldKind.ONE, [*_offices(current.office)], ()
        case _:
            return None


def _ground(code: str) -> Title:
    """A ground of refusal, before it is known which office is the right one."""
    return REFUSALS[code].filled(right_office=_RIGHT_OFFICE)


def _phrase(code: DefectCode) -> Title:
    """The standard words of a defect: what is wrong, and what the applicant is told to do."""
    wrong, do = code.words, PUT_RIGHT[code]
    return Title(f"{wrong.zh}：{do.zh}", f"{wrong.en}: {do.en}")


def _offices(office: str) -> Iterator[tuple[str, Title]]:
    """The other offices of the prefecture that could go on with the case."""
    region = OFFICES[office].region_code
    for each in OFFICES.values():
        if each.region_code == region and each.kind in CASEWORK_KINDS and each.id != office:
            yield each.id, each.title


def _offices_elsewhere(office: str) -> Iterator[tuple[str, Title]]:
    """The offices of other prefectures, to which a case goes only by consent."""
    region = OFFICES[office].region_code
    for each in OFFICES.values():
        if each.region_code != region and each.kind in CASEWORK_KINDS:
            yield each.id, each.title


def _bare(kind: inspect.Type) -> inspect.Type:
    """The type itself, of a field that may be left out."""
    while isinstance(kind, inspect.Metadata | inspect.UnionType):
        kind = (
            kind.type
            if isinstance(kind, inspect.Metadata)
            else next(each for each in kind.types if not isinstance(each, inspect.NoneType))
        )
    return kind


def body_of(asked: Sequence[TaskField], sent: Mapping[str, str]) -> bytes:
    """What was filled in, as the body of the command. What was left empty is left out."""
    body = {
        field.name: value for field in asked if (value := _value(field, sent)) not in (None, "", [])
    }
    return msgspec.json.encode(body)


def _value(field: TaskField, sent: Mapping[str, str]) -> Any:
    text = sent.get(field.name, "").strip()
    match field.kind:
        case FieldKind.MANY:
            return [code for code, _ in field.options if sent.get(f"{field.name}-{code}")]
        case FieldKind.EACH:
            chosen = [(code, sent.get(f"{field.name}-{code}")) for code, _ in field.options]
            return [_each(field.name, code, answer) for code, answer in chosen if answer]
        case FieldKind.BOX:
            return field.name in sent
        case FieldKind.YUAN:
            return fen_of(text)
        case _:
            return text


def _each(name: str, code: str, answer: str) -> dict[str, Any]:
    if name == "defects":
        return {"where": code, "code": answer}
    return {"check": code, "passed": answer == "true"}
