"""The sections of the page, as its template draws them."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from api.desk import Desk
from api.language import Language
from api.pages.counter import words
from api.pages.counter.entered import WindowApplication, box_of
from api.pages.kit.questionnaire import words as apply_words
from api.pages.kit.questionnaire.answer_text import answer_text
from api.pages.kit.questionnaire.fields import ShownField, fields_of_step
from api.pages.kit.questionnaire.questions import AnswerKind
from domain.services.defects import FormDefect
from domain.services.form_fields import blocks_in, fields_of
from domain.services.window.form import WindowForm
from domain.services.window.originals import Original
from domain.services.words import DELIVERY
from domain.titles import Title

_SIDE_BY_SIDE: Final = 3
"""So many choices stand side by side; of more one is picked from a list, by its first letters."""
_MODE: Final = "delivery.mode"
_MISSING_ORIGINAL: Final = "original_missing_"
_TITLES: Final[Mapping[str, Title]] = {
    "way": words.WAY,
    "matter": words.MATTER,
    "delivery": DELIVERY,
}


class EntrySection(NamedTuple):
    """``key`` is the name of the block, after which the section is called in the style sheet."""

    key: str
    title: str
    fields: list[ShownField]
    error: str | None


class OriginalBox(NamedTuple):
    """``when`` says who must show it, if not everybody must."""

    name: str
    label: str
    when: str | None
    ticked: bool
    error: str | None


async def sections_of(
    desk: Desk, entered: WindowApplication, errors: Mapping[str, str], language: Language
) -> list[EntrySection]:
    """The parts that this service asks for. ``errors`` are by the path of a field or a block."""
    found = []
    for key, questions in entered.sections():
        drawn = await fields_of_step(desk, entered, questions, errors, language)
        if drawn:
            dense = [_dense(each, language) for each in drawn]
            found.append(EntrySection(key, title_of(key, language), dense, errors.get(key)))
    return found


def title_of(key: str, language: Language) -> str:
    title = _TITLES.get(key)
    if title is None:
        block = blocks_in(WindowForm.model_fields[key].annotation)[0]
        title = fields_of(WindowForm)[key].title or block.TITLE
    return apply_words.label(title, language) if title else key


def _dense(field: ShownField, language: Language) -> ShownField:
    if field.name == _MODE:
        return field._replace(options=[("", words.HERE.text(language)), *field.options])
    if field.widget == "radios" and len(field.options) > _SIDE_BY_SIDE:
        return field._replace(widget="select")
    return field


def boxes_of(
    entered: WindowApplication, missing: Mapping[str, str], language: Language
) -> list[OriginalBox]:
    """``missing`` are errors by the code of the original."""
    return [
        OriginalBox(
            box_of(each),
            apply_words.label(each.words, language),
            _when(entered, each, language),
            each in entered.shown,
            missing.get(each),
        )
        for each in entered.originals
    ]


def _when(entered: WindowApplication, original: Original, language: Language) -> str | None:
    row = entered.row
    if original in row.originals:
        return None
    for some, title in (
        (row.end.if_lost, words.IF_LOST),
        (row.end.handed_in, words.IF_REPLACED),
    ):
        if original in some:
            return title.text(language)
    return words.IF_AGENT.text(language)


def missing_originals(defects: Sequence[FormDefect]) -> list[tuple[str, FormDefect]]:
    """The defects that name an original, by its code."""
    return [
        (each.rule.removeprefix(_MISSING_ORIGINAL), each)
        for each in defects
        if each.rule.startswith(_MISSING_ORIGINAL)
    ]


def checked_sections(
    entered: WindowApplication, language: Language
) -> list[tuple[str, list[tuple[str, str]]]]:
    """What was entered, as it is read once more. What was left empty is left out."""
    found = []
    for key, questions in entered.sections():
        rows = [
            (apply_words.label(each.title, language), answer_text(entered, each, language))
            for each in questions
            if entered.applies(each) and each.kind is not AnswerKind.CODE
        ]
        if filled := [row for row in rows if row[1]]:
            found.append((title_of(key, language), filled))
    if not entered.entries.get(_MODE) and entered.row.end.document:
        here = (apply_words.label(DELIVERY, language), words.HERE.text(language))
        found.append((apply_words.label(DELIVERY, language), [here]))
    shown = "、" if language == "zh" else "; "
    originals = shown.join(each.text(language) for each in entered.shown)
    found.append((words.ORIGINALS.text(language), [(words.ORIGINALS.text(language), originals)]))
    return found
