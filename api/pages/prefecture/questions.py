"""What a decision asks of whoever takes it: the fields of its command, as questions of a form."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Final

from msgspec import Struct
from msgspec.structs import fields

from api.pages.prefecture.choices import NAMED, OptionGroup, Options, choices_of
from domain.message import Command
from domain.prefectures import commands
from domain.prefectures.grounds import Grounds
from domain.prefectures.state import Prefecture
from domain.prefectures.words import WORDS
from domain.titles import Title, field_titles

GROUNDS: Final = "grounds"
_OF_GROUNDS: Final = field_titles(Grounds)
_HINTS: Final[Mapping[str, Title]] = {
    "effective_on": Title(
        "自当日零时起生效，可以是今天或者以后的日期。",
        "In force from 00:00 of that day: today, or a later day.",
    ),
    "decided_on": Title(
        "不填写的，以今天为决定日期。", "If you leave it empty, the decision is of today."
    ),
    "planned_end": Title(
        "仅供公众参考，到期不自动变更。", "For information only: nothing changes by itself on it."
    ),
    "reason": Title(
        "向社会公开，请勿写入姓名、电话和证件号码。",
        "Everybody reads it: no names, telephone or identity numbers.",
    ),
}
_DAYS: Final = frozenset({"effective_on", "decided_on", "planned_end"})
_LONG: Final = frozenset({"reason", "local_situation", "national_situation"})
_LIMITS: Final = {"reason": 500, "local_situation": 300, "national_situation": 300}


class Kind(StrEnum):
    """How a question is put: one of a few, one of a list, boxes, a day, a line or a text."""

    ONE = "one"
    LISTED = "listed"
    MANY = "many"
    DAY = "day"
    LINE = "line"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class DecisionQuestion:
    """``name`` is what it is sent under; each box of several has ``name-code``."""

    name: str
    title: Title
    kind: Kind
    required: bool
    options: Options = ()
    folded: Sequence[OptionGroup] = ()
    hint: Title | None = None
    most: int | None = None

    def codes(self) -> list[str]:
        """Every code that may be answered."""
        return [code for code, _ in chain(self.options, *(each.options for each in self.folded))]


def questions(command: type[Command], current: Prefecture, region: str) -> list[DecisionQuestion]:
    """In the order of the command's fields. Its grounds come last, and none is without a reason."""
    asked = [*_questions(command, current, region)]
    if GROUNDS in command.__struct_fields__:
        asked += [_written(each, _OF_GROUNDS[each], always) for each, always in _fields(Grounds)]
    return asked


def can_be_answered(asked: Sequence[DecisionQuestion]) -> bool:
    """Whether there is something to choose: after the last step there is no next one."""
    chooses = {Kind.ONE, Kind.LISTED, Kind.MANY}
    return all(each.options for each in asked if each.required and each.kind in chooses)


def _questions(
    command: type[Command], current: Prefecture, region: str
) -> Iterator[DecisionQuestion]:
    for name, required in _fields(command):
        if name in {"region", GROUNDS}:
            continue
        if name in _DAYS:
            yield DecisionQuestion(
                name, _title(command, name), Kind.DAY, required, hint=_HINTS.get(name)
            )
        else:
            options, folded = choices_of(name, command, current, region)
            kind = NAMED.get(name, Kind.LISTED)
            yield DecisionQuestion(
                name, _title(command, name), Kind(kind), required, options, folded
            )


def _fields(kind: type[Struct]) -> Iterator[tuple[str, bool]]:
    """Each field, and whether it must be there."""
    return ((each.name, each.required) for each in fields(kind))


def _written(name: str, title: Title, required: bool) -> DecisionQuestion:
    kind = Kind.TEXT if name in _LONG else Kind.LINE
    return DecisionQuestion(
        name, title, kind, required, hint=_HINTS.get(name), most=_LIMITS.get(name, 60)
    )


def _title(command: type[Command], name: str) -> Title:
    if name == "step" and command is commands.TakeStepBack:
        return Title("退回的步骤", "back to the step")
    return WORDS.fields[name]
