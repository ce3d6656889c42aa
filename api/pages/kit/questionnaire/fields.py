"""The fields of a page as its template draws them: widget, words, what was filled in, and wrong."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from api.desk import Desk
from api.form_defects import described
from api.language import Language
from api.pages.kit.formats import named
from api.pages.kit.questionnaire import words
from api.pages.kit.questionnaire.answer_text import answer_text
from api.pages.kit.questionnaire.answers import NO, PARTS, YES
from api.pages.kit.questionnaire.filled import Filled
from api.pages.kit.questionnaire.label import label_of
from api.pages.kit.questionnaire.places import is_place, places, visited
from api.pages.kit.questionnaire.questions import AnswerKind, Question
from domain.services.defects import FormDefect

_FEW: Final = 8
"""So many choices are shown at once; more stand in a list."""


class TextShape(NamedTuple):
    """How a text is typed. ``like`` are classes of the style sheet."""

    type: str = "text"
    width: str = "w20"
    like: str = ""
    attributes: Mapping[str, str] = {}


_CODE: Final = TextShape(like="code-like upper", attributes={"spellcheck": "false"})
_DIGITS: Final = TextShape(width="w20", like="code-like", attributes={"inputmode": "numeric"})
_MOBILE: Final = TextShape("tel", "w20", "code-like", {"inputmode": "tel"})
_SHAPES: Final[Mapping[str, TextShape]] = {
    "mobile": _MOBILE._replace(attributes={"inputmode": "tel", "autocomplete": "tel-national"}),
    "new_mobile": _MOBILE,
    "recipient_mobile": _MOBILE,
    "contact_mobile": _MOBILE,
    "name": TextShape(attributes={"autocomplete": "name"}),
    "email": TextShape("email", "w30", "", {"autocomplete": "email"}),
    "address": TextShape(width="w30", attributes={"autocomplete": "street-address"}),
    "contact_address": TextShape(width="w30", attributes={"autocomplete": "street-address"}),
    "postcode": _DIGITS._replace(width="w10"),
    "file_no": _DIGITS,
    "vin": _CODE._replace(width="w30"),
}
_CHOSEN: Final = frozenset({AnswerKind.CHOICE, AnswerKind.YES_NO})
_SAME_AS: Final = {
    "licence.licence_no": "applicant.id_no",
    "delivery.recipient_name": "applicant.name",
    "delivery.recipient_mobile": "applicant.mobile",
    "payer.name": "applicant.name",
}
"""What most people answer as they did before. It is filled in for them, and they may change it."""


class ShownField(NamedTuple):
    """``widget`` names how it is drawn. A day has its ``parts``, others a ``value``."""

    widget: str
    name: str
    label: str
    hint: str | None
    error: str | None
    required: bool
    value: str = ""
    parts: Sequence[tuple[str, str, str]] = ()
    options: Sequence[tuple[str, str]] = ()
    shape: TextShape = TextShape()
    none: bool | None = None


def errors_of(defects: Sequence[FormDefect], language: Language) -> dict[str, str]:
    """The first defect of each field in words, by its path."""
    found: dict[str, str] = {}
    for each in defects:
        path = each.pointer.strip("/").replace("/", ".")
        found.setdefault(path, described(each, language)["text"])
    return found


async def fields_of_step(
    desk: Desk,
    filled: Filled,
    questions: Sequence[Question],
    errors: Mapping[str, str],
    language: Language,
) -> list[ShownField]:
    return [
        await _field(desk, filled, each, errors.get(each.path), language)
        for each in questions
        if filled.asked(each)
        if each.required or not visited(each) or await places(desk, filled, each, language)
    ] + [
        ShownField(
            "known",
            each.path,
            label_of(filled, each, language),
            None,
            errors.get(each.path),
            False,
            answer_text(filled, each, language),
        )
        for each in questions
        if each.path in filled.draft.known
    ]


async def _field(
    desk: Desk, filled: Filled, question: Question, error: str | None, language: Language
) -> ShownField:
    entries = filled.entries
    value = entries.get(question.path) or entries.get(_SAME_AS.get(question.path, ""), "")
    hint = question.hint or (words.OPEN_ONLY if visited(question) else None)
    common: dict[str, Any] = {
        "name": question.path,
        "label": label_of(filled, question, language),
        "hint": named(hint.text(language), language) if hint else None,
        "error": error,
        "required": question.required,
        "value": value,
    }
    if error and not value and (is_place(question) or question.kind in _CHOSEN):
        common["error"] = words.TO_CHOOSE.text(language)
    if is_place(question):
        options = await places(desk, filled, question, language)
        return ShownField("select", **common, options=options)
    match question.kind:
        case AnswerKind.CHOICE:
            options = _choices(filled, question, language)
            widget = "radios" if len(options) <= _FEW else "select"
            return ShownField(widget, **common, options=options)
        case AnswerKind.YES_NO:
            options = [(YES, words.YES.text(language)), (NO, words.NO.text(language))]
            common["value"] = value or ("" if question.required else NO)
            return ShownField("radios", **common, options=options)
        case AnswerKind.DATE | AnswerKind.MOMENT:
            return _time(question, entries, common, language)
        case AnswerKind.NUMBER:
            return ShownField("text", **common, shape=_DIGITS._replace(width="w10"))
    return ShownField("text", **common, shape=_shape(question))


def _choices(filled: Filled, question: Question, language: Language) -> list[tuple[str, str]]:
    offered = filled.options(question) if question.required else tuple(question.choices)
    titles = {choice.value: words.label(choice.words, language) for choice in question.choices}
    return [(code, titles[code]) for code in offered]


def _time(
    question: Question, entries: Mapping[str, str], common: dict[str, Any], language: Language
) -> ShownField:
    parts = [
        (part, words.PARTS[part].text(language), entries.get(f"{question.path}-{part}", ""))
        for part in PARTS[question.kind]
    ]
    none = bool(entries.get(f"{question.path}-none")) if question.none else None
    return ShownField("time", **common, parts=parts, none=none)


def _shape(question: Question) -> TextShape:
    if shape := _SHAPES.get(question.name):
        return shape
    if question.name.endswith("_no"):
        return _CODE
    return TextShape(width="w30" if (question.longest or 0) > 40 else "w20")
