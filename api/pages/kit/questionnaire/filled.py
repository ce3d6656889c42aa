"""An application as far as it is filled in: its body, the steps that apply, and what is wrong.

The whole form is read each time, so every defect is that of the API, in its words; a page shows
those of its own fields.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, Final

from msgspec import structs

from api.pages.kit.questionnaire import words
from api.pages.kit.questionnaire.answers import Entries, put
from api.pages.kit.questionnaire.conditions import conditions_of, defects_in
from api.pages.kit.questionnaire.offered import offered
from api.pages.kit.questionnaire.questions import AnswerKind, Condition, Question, questions_of
from api.pages.kit.questionnaire.steps import FormStep, StepKind, steps_of
from domain.drafts.draft import Draft, DraftPaper
from domain.identifiers import mobile
from domain.identifiers.invalid import InvalidIdentifier
from domain.services.choices import ONLINE, Channel, DocumentKind, UserKind
from domain.services.defects import FormDefect
from domain.services.service import Service
from domain.services.vouched import Vouched

_MISSING_PAPER: Final = "document_missing_"
_OF_PAPERS: Final = "/documents"
_OF_SENDER: Final = frozenset({"/channel", "/user_kind"})
_KNOWN_BEST: Final = (UserKind.REAL_NAME, UserKind.UNIT, UserKind.WEB_REGISTERED)


@dataclass(frozen=True)
class Filled:
    """``draft`` is what was filled in, by whoever the token ``vouched`` for."""

    service: Service[Any]
    vouched: Vouched
    today: date
    draft: Draft

    @property
    def sender(self) -> dict[str, str]:
        """What the way in and the token say."""
        channels = self.vouched.channels & ONLINE
        web = not channels or Channel.ONLINE_WEB in channels
        kinds = self.vouched.user_kinds
        fitting = (kinds & self.service.form.USER_KINDS) or kinds or set(UserKind)
        return {
            "service": self.service.code,
            "channel": Channel.ONLINE_WEB if web else Channel.ONLINE_APP,
            "user_kind": next(kind for kind in _KNOWN_BEST if kind in fitting),
        }

    @cached_property
    def entries(self) -> Entries:
        """The entries, and the answers where there is one alone that may be given."""
        alone = {
            question.path: options[0]
            for question in questions_of(self.service.form)
            if question.choices and question.required
            if len(options := self.options(question)) == 1
        }
        return {**self.draft.entries, **alone}

    def options(self, question: Question) -> tuple[str, ...]:
        """What may be chosen, by codes."""
        sender = self.sender
        return offered(
            self.service.form, question, sender["channel"], sender["user_kind"], self.today
        )

    def asked(self, question: Question) -> bool:
        """Whether the person has anything to say to it."""
        if question.choices and question.required and len(self.options(question)) == 1:
            return False
        return question.path not in self.draft.known and self.applies(question)

    def applies(self, question: Question) -> bool:
        """Whether the form has the field, as it is filled in."""
        conditions = conditions_of(self.service.form)
        return self._holds(conditions.get(question.block)) and self._holds(
            conditions.get(question.path)
        )

    @property
    def not_for_him(self) -> FormDefect | None:
        """Why whoever has signed in cannot apply for it at all."""
        return next((each for each in self.defects if each.pointer in _OF_SENDER), None)

    @cached_property
    def body(self) -> dict[str, Any]:
        """The body of the form, with the documents that are asked for."""
        wanted = self.papers_wanted
        return {
            **self._without_papers,
            "documents": [
                {
                    "kind": paper.kind,
                    "sha256": paper.sha256,
                    "media_type": paper.media_type,
                    "size": paper.size,
                }
                for paper in self.draft.papers
                if paper.kind in wanted
            ],
        }

    @cached_property
    def _without_papers(self) -> dict[str, Any]:
        body: dict[str, Any] = {**self.sender, "documents": []}
        for question in questions_of(self.service.form):
            if self.applies(question):
                self._answer(body, question)
        if self.draft.agreed_at:
            body.setdefault("declaration", {}).update(
                notice_version=words.NOTICE_VERSION,
                agreed_at=self.draft.agreed_at,
                declaration_version=words.DECLARATION_VERSION,
            )
        return body

    def _answer(self, body: dict[str, Any], question: Question) -> None:
        if question.kind is not AnswerKind.CODE:
            put(body, question, self.entries)
            return
        code = self.draft.codes.get(question.path)
        if code and code.confirmed and code.number == self.number(question):
            put(body, question, {question.path: str(code.id)})

    def number(self, question: Question) -> str | None:
        """The number that a code proves. None for what is no number yet."""
        conditions = conditions_of(self.service.form)
        for path in question.proves.fields if question.proves else ():
            applies = self._holds(conditions.get(path.rpartition(".")[0]))
            if applies and (number := self.entries.get(path, "").strip()):
                with suppress(InvalidIdentifier):
                    return mobile.parse(number).text
                return None
        return None

    def _holds(self, condition: Condition | None) -> bool:
        return condition is None or self.entries.get(condition.on) in condition.values

    @cached_property
    def papers_wanted(self) -> tuple[DocumentKind, ...]:
        """The documents without which the form as it is filled in would be turned down."""
        missing = {
            each.rule.removeprefix(_MISSING_PAPER)
            for each in self.read(self._without_papers)
            if each.rule.startswith(_MISSING_PAPER)
        }
        return tuple(kind for kind in DocumentKind if kind in missing)

    def papers(self, kind: str) -> tuple[DraftPaper, ...]:
        return tuple(paper for paper in self.draft.papers if paper.kind == kind)

    def read(self, body: Mapping[str, Any]) -> tuple[FormDefect, ...]:
        """What is wrong with a body, as the form of the service says."""
        return defects_in(self.service.code, body, self.today, vouched=self.vouched)

    @cached_property
    def defects(self) -> tuple[FormDefect, ...]:
        """Everything that is wrong, also with what has not been asked yet."""
        return self.read(self.body)

    @cached_property
    def steps(self) -> tuple[FormStep, ...]:
        """The steps that apply, in order."""
        return tuple(step for step in steps_of(self.service.form) if self._applies(step))

    def _applies(self, step: FormStep) -> bool:
        if not self._holds(step.condition):
            return False
        match step.kind:
            case StepKind.QUESTIONS:
                return any(map(self.asked, step.questions))
            case StepKind.CODE:
                (question,) = step.questions
                if question.block:
                    return self._needed(question)
                return self.number(question) is not None
            case StepKind.DOCUMENTS:
                return bool(self.papers_wanted)
        return True

    def _needed(self, question: Question) -> bool:
        """Whether the form would be turned down without the code."""
        body = self._without_papers
        declared = body.get(question.block, {})
        without = {name: value for name, value in declared.items() if name != question.name}
        found = self.read({**body, question.block: {**_AGREED, **without}})
        return any(each.pointer == question.pointer for each in found)

    def step(self, key: str) -> FormStep | None:
        """The step of this name, if it applies."""
        return next((step for step in self.steps if step.key == key), None)

    def after(self, step: FormStep) -> FormStep | None:
        """The next step, and None where the whole is to be checked."""
        following = self.steps[self.steps.index(step) + 1 :]
        return following[0] if following else None

    @property
    def unfinished(self) -> FormStep | None:
        """The first step at which something is wrong or missing."""
        return next((step for step in self.steps if any(self.wrong(step))), None)

    def wrong(self, step: FormStep) -> Iterator[FormDefect]:
        """The defects of a page."""
        match step.kind:
            case StepKind.DOCUMENTS:
                yield from (each for each in self.defects if each.pointer.startswith(_OF_PAPERS))
            case StepKind.DECLARATION:
                yield from (each for each in self.defects if each.pointer in _DECLARED)
            case StepKind.CODE:
                (question,) = step.questions
                if not self.proven(question):
                    yield FormDefect(question.pointer, "sms_unverified")
            case StepKind.QUESTIONS:
                asked = {question.pointer for question in step.questions}
                yield from (each for each in self.defects if each.pointer in asked)

    def proven(self, question: Question) -> bool:
        code = self.draft.codes.get(question.path)
        return code is not None and code.confirmed and code.number == self.number(question)

    def with_entries(self, entries: Mapping[str, str]) -> "Filled":
        """The same application with these entries in place of others."""
        draft = self.draft
        return replace(self, draft=with_entries(draft, entries))


_AGREED: Final = {"notice_version": "1", "agreed_at": "2020-01-01T00:00:00Z"}
_DECLARED: Final = frozenset(
    {"/declaration", *(f"/declaration/{name}" for name in ("notice_version", "agreed_at"))}
)


def with_entries(draft: Draft, entries: Mapping[str, str]) -> Draft:
    """The draft with these entries in place of others of their names."""
    return structs.replace(draft, entries={**draft.entries, **entries})
