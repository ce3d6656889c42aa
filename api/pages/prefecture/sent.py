"""What was filled in, as the command of which it speaks, or what is wrong with it."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any, Final

import msgspec

from api.command_request import decoded
from api.day_text import day_text
from api.language import Language
from api.pages.kit.faults import Fault
from api.pages.kit.forms import whole_number
from api.pages.prefecture.choices import business_title
from api.pages.prefecture.questions import GROUNDS, DecisionQuestion, Kind
from domain.message import Command
from domain.prefectures.grounds import Grounds
from domain.titles import Title

_NUMBERS: Final = frozenset({"region_class", "county_class"})
_OF_GROUNDS: Final = frozenset(Grounds.__struct_fields__)


def chosen(question: DecisionQuestion, sent: Mapping[str, str]) -> list[str]:
    """The codes or the text with which a question was answered."""
    if question.kind is Kind.MANY:
        return [code for code in question.codes() if sent.get(f"{question.name}-{code}")]
    return [text] if (text := sent.get(question.name, "")) else []


def unanswered(
    asked: Sequence[DecisionQuestion], sent: Mapping[str, str], language: Language
) -> list[Fault]:
    """Every question that must be answered and is not, at once."""
    return [
        Fault(each.name, _missing(each).text(language))
        for each in asked
        if each.required and not chosen(each, sent)
    ]


def command_in(
    command: type[Command],
    region: str,
    asked: Sequence[DecisionQuestion],
    sent: Mapping[str, str],
    language: Language,
) -> Command:
    """The command. Raises a problem with its one defect if it is none."""
    body: dict[str, Any] = {}
    for question in asked:
        if not (codes := chosen(question, sent)):
            continue
        name = question.name
        value: Any = codes if question.kind is Kind.MANY else codes[0]
        if name in _NUMBERS and (number := whole_number(value)) is not None:
            value = number
        if name in _OF_GROUNDS and _has_grounds(command):
            body.setdefault(GROUNDS, {})[name] = value
        else:
            body[name] = value
    if "region" in command.__struct_fields__:
        body["region"] = region
    return decoded(command, msgspec.json.encode(body), language)


def in_words(question: DecisionQuestion, sent: Mapping[str, str], language: Language) -> str:
    """The answer as it is shown before it is confirmed."""
    if question.kind is Kind.DAY:
        with suppress(ValueError):
            return day_text(date.fromisoformat(sent[question.name]), language)
    titles = {code: title.text(language) for code, title in question.options}
    comma = "、" if language == "zh" else ", "
    return comma.join(
        titles.get(code) or (business_title(code).text(language) if question.folded else code)
        for code in chosen(question, sent)
    )


def _has_grounds(command: type[Command]) -> bool:
    return GROUNDS in command.__struct_fields__


def _missing(question: DecisionQuestion) -> Title:
    title = question.title
    if question.kind in {Kind.ONE, Kind.LISTED, Kind.MANY}:
        return Title(f"请选择{title.zh}", f"Choose: {title.en}")
    return Title(f"请填写{title.zh}", f"Fill in: {title.en}")
