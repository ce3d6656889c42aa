"""What an officer has entered for a window service: its questions, its body, what is wrong with it.

Which parts are asked stands in the line of the table, so another window service needs no page.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any, Final

import msgspec

from api.pages.kit.questionnaire import words as apply_words
from api.pages.kit.questionnaire.answers import Entries, put
from api.pages.kit.questionnaire.filled import Filled
from api.pages.kit.questionnaire.questions import AnswerKind, Question, questions_of
from domain.services import words as form_words
from domain.services.blocks.applicant.identity import IdType
from domain.services.choices import Capacity, Channel, UserKind
from domain.services.defects import FormDefect, FormRefused
from domain.services.reader import read_window_form
from domain.services.window.form import WINDOWS, WindowForm
from domain.services.window.matter import FormPart
from domain.services.window.originals import Original
from domain.services.window.table import ROWS
from domain.services.window.window_service import WindowService

CAPACITY: Final = "applicant.capacity"
AGREED_AT: Final = "agreed_at"
_ORIGINALS: Final = "originals"
_PARTS: Final = frozenset(FormPart)
_WAY: Final = (
    Question(
        path="channel",
        block="",
        kind=AnswerKind.CHOICE,
        title=form_words.CHANNEL,
        required=True,
        choices=tuple(each for each in Channel if each in WINDOWS - {Channel.EMERGENCY}),
    ),
    Question(
        path="user_kind",
        block="",
        kind=AnswerKind.CHOICE,
        title=form_words.USER_KIND,
        required=True,
        choices=tuple(UserKind),
    ),
)
_WAY_FIELDS: Final = frozenset(each.path for each in _WAY)


@cache
def window_questions() -> tuple[Question, ...]:
    """Every question of the form. Where the document goes may be left open: to this window."""
    asked = (
        replace(each, required=False) if each.path == "delivery.mode" else each
        for each in questions_of(WindowForm)
        if each.kind is not AnswerKind.CODE and each.path != _ORIGINALS
    )
    return (*_WAY, *asked)


def box_of(original: Original) -> str:
    """The name of the box that is ticked for an original."""
    return f"{_ORIGINALS}-{original}"


@dataclass(frozen=True)
class WindowApplication(Filled):
    """An application at a window. Its draft holds the fields of the page and lasts no longer."""

    @property
    def row(self) -> WindowService:
        return ROWS[self.service.code]

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions of this service, also those that depend on an answer."""
        return tuple(
            replace(each, required=each.required or each.path in _PARTS)
            for each in window_questions()
            if self._has(each)
        )

    def _has(self, question: Question) -> bool:
        part = question.path.partition(".")[0]
        match part:
            case "agent":
                return Capacity.AGENT in self.row.capacities
            case "delivery":
                return self.row.end.document is not None
        return part not in _PARTS or part in self.row.matter.parts

    @cached_property
    def entries(self) -> Entries:
        alone = {
            question.path: options[0]
            for question in self.questions
            if question.choices and question.required
            if len(options := self.options(question)) == 1
        }
        return {**self.draft.entries, **alone}

    def options(self, question: Question) -> tuple[str, ...]:
        row = self.row
        match question.path:
            case "channel":
                return tuple(each for each in question.choices if each in self.vouched.channels)
            case "user_kind":
                return tuple(each for each in UserKind if each in row.user_kinds)
            case "applicant.capacity":
                return row.capacities
            case "applicant.id_type" if UserKind.UNIT not in row.user_kinds:
                return tuple(each for each in question.choices if each is not IdType.USCC)
        return tuple(question.choices)

    def asked(self, question: Question) -> bool:
        if question.choices and question.required and len(self.options(question)) == 1:
            return False
        return question.path not in self.draft.known

    def applies(self, question: Question) -> bool:
        if question.path.startswith("agent."):
            return self.entries.get(CAPACITY) == Capacity.AGENT
        if question.path.startswith("delivery.") and not self.entries.get("delivery.mode"):
            return False
        variant = question.variant
        return variant is None or self.entries.get(variant.on) in variant.values

    @property
    def originals(self) -> tuple[Original, ...]:
        """What may have to be shown, by this or by that applicant."""
        row = self.row
        agent = (Original.MANDATE,) if Capacity.AGENT in row.capacities else ()
        every = (*row.originals, *row.end.if_lost, *row.end.handed_in, *agent)
        return tuple(dict.fromkeys(every))

    @property
    def shown(self) -> tuple[Original, ...]:
        return tuple(each for each in self.originals if self.draft.entries.get(box_of(each)))

    @cached_property
    def body(self) -> dict[str, Any]:
        body: dict[str, Any] = {"service": self.service.code}
        for question in self.questions:
            if self.applies(question):
                put(body, question, self.entries)
        agreed = {AGREED_AT: self.draft.agreed_at} if self.draft.agreed_at else {}
        body["declaration"] = {
            "notice_version": apply_words.NOTICE_VERSION,
            "declaration_version": apply_words.DECLARATION_VERSION,
            **agreed,
        }
        return {**body, _ORIGINALS: list(self.shown)}

    def read(self, body: Mapping[str, Any]) -> tuple[FormDefect, ...]:
        try:
            read_window_form(msgspec.json.encode(body), today=self.today, vouched=self.vouched)
        except FormRefused as refused:
            return refused.defects
        return ()

    @cached_property
    def form(self) -> WindowForm:
        """The form as it is entered. It must have no defects."""
        body = msgspec.json.encode(self.body)
        return read_window_form(body, today=self.today, vouched=self.vouched)

    def sections(self) -> Iterator[tuple[str, list[Question]]]:
        """The questions by the block in which they stand, in the order in which they are asked."""
        named: dict[str, list[Question]] = {}
        for question in self.questions:
            first, _, within = question.path.partition(".")
            place = first if within else "way" if first in _WAY_FIELDS else "matter"
            named.setdefault(place, []).append(question)
        last = ("matter", "delivery")
        yield from ((name, named[name]) for name in named if name not in last)
        yield from ((name, named[name]) for name in last if name in named)
