"""The questions of a service, made of its form class: one for each field that a person fills in.

A form is a tree of blocks. Here it becomes a list of questions by path, such as
``vehicle.plate_no``, each with the kind of answer that its type asks for. So a service has its
pages as soon as it has its form.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, Final, Literal, get_args, get_origin
from uuid import UUID

from pydantic import AwareDatetime
from pydantic.fields import FieldInfo

from domain.choice import Choice
from domain.services.blocks.block import Block
from domain.services.blocks.contact.proof import ProvesNumber
from domain.services.blocks.hint import Hint
from domain.services.form import Form
from domain.services.form_fields import FormField, blocks_in, fields_of
from domain.titles import Title

DOCUMENTS: Final = "documents"
AGREED: Final = ("notice_version", "agreed_at", "declaration_version")
_NEVER_ASKED: Final = frozenset(
    {"service", "channel", "user_kind", DOCUMENTS, *(f"declaration.{name}" for name in AGREED)}
)
"""The way in and the token say the first three. Handing in and agreeing are pages of their own."""


class AnswerKind(StrEnum):
    """What a person does to answer."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    MOMENT = "moment"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CODE = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """The question is asked where the answer to another is one of these."""

    on: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One field. ``block`` is the path of the block in which it stands, and empty for the form.

    ``none`` says that there may be no day, as with a long-term licence, which then is answered.
    ``variant`` is the member of the block's tag without which the field does not exist.
    """

    path: str
    block: str
    kind: AnswerKind
    title: Title
    required: bool
    choices: tuple[Choice, ...] = ()
    none: bool = False
    longest: int | None = None
    hint: Hint | None = None
    proves: ProvesNumber | None = None
    variant: Condition | None = None

    @property
    def name(self) -> str:
        """The name of the field within its block."""
        return self.path.rpartition(".")[2]

    @property
    def pointer(self) -> str:
        return "/" + self.path.replace(".", "/")


@cache
def questions_of(form: type[Form]) -> tuple[Question, ...]:
    """Every question of the form in its order. Documents are handed in by a page of their own."""
    return tuple(_in(form, "", fields_of(form)))


def _in(
    block: type[Block],
    before: str,
    named: Mapping[str, FormField],
    variant: Condition | None = None,
) -> Iterator[Question]:
    for name, field in block.model_fields.items():
        path = f"{before}{name}"
        if path in _NEVER_ASKED:
            continue
        inner = blocks_in(field.annotation)
        if len(inner) > 1:
            yield from _variants(inner, path, _tag(field), named)
        elif inner:
            yield from _in(inner[0], f"{path}.", named)
        elif question := _question(path, before, field, named[path], variant):
            yield question


def _variants(
    blocks: tuple[type[Block], ...], path: str, tag: str, named: Mapping[str, FormField]
) -> Iterator[Question]:
    """The tag, which says which of the blocks it is, and then the fields of each."""
    members = {block: tuple(_members(block.model_fields[tag].annotation)) for block in blocks}
    field = blocks[0].model_fields[tag]
    first = _question(f"{path}.{tag}", f"{path}.", field, named[f"{path}.{tag}"], None)
    assert first is not None
    yield replace(first, choices=tuple(each for found in members.values() for each in found))
    for block, tags in members.items():
        of = Condition(on=f"{path}.{tag}", values=frozenset(tags))
        yield from (each for each in _in(block, f"{path}.", named, of) if each.name != tag)


def _question(
    path: str, before: str, field: FieldInfo, named: FormField, variant: Condition | None
) -> Question | None:
    annotation = field.annotation
    plain = set(_plain(annotation))
    choices = tuple(dict.fromkeys(_members(annotation)))
    kind = _kind(plain, choices)
    if kind is None or named.title is None:
        return None
    return Question(
        path=path,
        block=before.rstrip("."),
        kind=kind,
        title=named.title,
        required=field.is_required(),
        choices=choices,
        none=kind is AnswerKind.DATE and NoneType in plain and field.is_required(),
        longest=next((n for each in _marks(field) if (n := getattr(each, "max_length", 0))), None),
        hint=next((each for each in _marks(field) if isinstance(each, Hint)), None),
        proves=next((each for each in field.metadata if isinstance(each, ProvesNumber)), None),
        variant=variant,
    )


def _kind(plain: set[Any], choices: tuple[Choice, ...]) -> AnswerKind | None:
    if choices:
        return AnswerKind.CHOICE
    for type_, kind in (
        (bool, AnswerKind.YES_NO),
        (int, AnswerKind.NUMBER),
        (UUID, AnswerKind.CODE),
        (AwareDatetime, AnswerKind.MOMENT),
        (datetime, AnswerKind.MOMENT),
        (date, AnswerKind.DATE),
        (str, AnswerKind.TEXT),
    ):
        if type_ in plain:
            return kind
    return None


def _plain(annotation: Any) -> Iterator[Any]:
    """The classes of which a value may be."""
    if isinstance(annotation, type) and not get_args(annotation):
        yield annotation
    elif get_origin(annotation) is not Literal:
        for part in get_args(annotation):
            yield from _plain(part)


def _members(annotation: Any) -> Iterator[Choice]:
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        yield from annotation
    elif isinstance(annotation, Choice):
        yield annotation
    for part in get_args(annotation):
        yield from _members(part)


def _tag(field: FieldInfo) -> str:
    """The field that tells the blocks of a union apart, also where the union may be left out."""
    marks = (field, *(each for each in _marks(field) if isinstance(each, FieldInfo)))
    return str(next(each.discriminator for each in marks if each.discriminator))


def _marks(field: FieldInfo) -> Iterator[Any]:
    """The marks of the field, also those that stand within a union."""
    yield from field.metadata
    for part in get_args(field.annotation):
        for mark in get_args(part)[1:]:
            yield mark
            yield from getattr(mark, "metadata", ())
