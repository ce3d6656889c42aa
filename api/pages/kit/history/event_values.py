"""The values of an event's fields, in words. What is sealed stays sealed."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, Final

import msgspec

from api.language import Language
from api.pages.kit import formats
from api.pages.kit.history.provisional import mark
from api.pages.kit.places import office_text, place_text
from api.pages.kit.sealed_parts import SEALED_PARTS
from api.sum_text import sum_text
from domain.aggregate import State
from domain.case.intake.events import Defect
from domain.case.wording import REASONS, correction_place, detail_text
from domain.choice import Choice
from domain.hidden import HIDDEN, marks
from domain.identifiers.violation_acts import act_of
from domain.services.catalogue import CHECKS, EVERY_SERVICE
from domain.services.choices import DeliveryMode
from domain.services.facts import AtCounter, ByPost, Facts, Paper
from domain.titles import Title, field_titles
from domain.wording import Words

SEALED: Final = Title("已加密", "sealed")
_OFFICES: Final = frozenset(
    {
        *("office", "office_id", "from_office", "to_office", "right_office", "officer_office"),
        *("body", "counter", "site", "station"),
    }
)
_PLACES: Final = frozenset({"place", "destination_region", "region", "moves_to"})
_TITLES: Final = {code: service.title for code, service in EVERY_SERVICE.items()}
_NEW_DAY: Final = "new"
_ENDS: Final = frozenset({"old", _NEW_DAY})
"""Fields, beside those named so, that hold the end of a time before and after it was moved."""
_BUSINESS: Final = "business"
"""The field of a window case that names its service."""
_OF: Final = Title("{thing}：{field}", "{thing}: {field}")
OPEN: Final = Title(
    "中止计算，恢复计算的时间另行公布", "none: the term does not run until further notice"
)


def field_rows(
    said: msgspec.Struct, words: Words, language: Language, rules: str = ""
) -> list[tuple[str, str]]:
    """Each field of an event or a state that says something, in the words of its aggregate.

    By the ``rules`` of the envelope a day is marked that was provisional when it was written.
    """
    return [(title, text) for _, title, text in named_rows(said, words, language, rules)]


def named_rows(
    said: msgspec.Struct, words: Words, language: Language, rules: str = ""
) -> list[tuple[str, str, str]]:
    """The rows of :func:`field_rows`, each behind the name of its field."""
    return [
        (
            name,
            title.text(language),
            value_text(name.rpartition(".")[2], value, words, language)
            + mark(name, value, rules, language),
        )
        for title, name, value in _said(said, words)
    ]


def check_text(code: str, language: Language) -> str:
    return _titled(code, CHECKS, language)


def _said(said: msgspec.Struct, words: Words) -> Iterator[tuple[Title, str, Any]]:
    """A record, and the facts of an application, stand among the other fields.

    What the facts tell of one thing, such as a vehicle, has a row for each of its fields. A stage
    has a place of its own. That there is no new day says that the term does not run.
    """
    hidden, titles = marks(type(said)), {**words.fields, **field_titles(type(said))}
    for name in said.__struct_fields__:
        value = getattr(said, name)
        if isinstance(said, State) and name == "stage":
            continue
        if isinstance(value, Facts) and _BUSINESS not in value.__struct_fields__:
            yield titles["service"], "service", value.service
        if isinstance(value, Facts) or name == "record":
            yield from _said(value, words)
            continue
        if isinstance(said, Facts) and _is_a_thing(value):
            of = titles.get(name) or Title(name, name)
            for title, field, text in _said(value, words):
                yield _OF.filled(thing=of, field=title), f"{name}.{field}", text
            continue
        nothing = (
            (value is None and name != _NEW_DAY)
            or value == ()
            or value == {}
            or (value == 0 and name[-4:] == "_fen")
        )
        if hidden.get(name) is not HIDDEN and not nothing:
            yield titles.get(name) or Title(name, name), name, value


def _is_a_thing(value: Any) -> bool:
    return isinstance(value, msgspec.Struct) and not isinstance(value, ByPost | AtCounter)


def value_text(name: str, value: Any, words: Words, language: Language) -> str:
    """The value of one field."""
    if name == "note":
        return SEALED.text(language)
    if name == "sealed":
        parts = _list((_titled(part, SEALED_PARTS, language) for part in sorted(value)), language)
        return _told(parts, SEALED.text(language), language)
    if name == "parts":
        return _list((_titled(part, SEALED_PARTS, language) for part in value), language)
    match value:
        case None:
            return OPEN.text(language)
        case bool():
            return Title("是", "yes").text(language) if value else Title("否", "no").text(language)
        case int():
            return _number(name, value, language)
        case datetime() if name in _ENDS or name.endswith(("_by", "_until")):
            return formats.deadline(value, language).striptags()
        case datetime():
            return formats.moment(value, language, exact=True).striptags()
        case date():
            return formats.day(value, language).striptags()
        case ByPost(region):
            place = place_text(region, language)
            return _told(DeliveryMode.POST.text(language), place, language)
        case AtCounter(office):
            return _told(
                DeliveryMode.PICKUP.text(language), office_text(office, language), language
            )
        case Choice():
            return value.text(language)
        case tuple() | frozenset():
            return _list((_item(item, words, language) for item in _ordered(value)), language)
        case str():
            return _code(name, value, words, language)
        case msgspec.Struct():
            return _item(value, words, language)
        case _:
            return str(value)


def _number(name: str, value: int, language: Language) -> str:
    if name.endswith("_fen"):
        return sum_text(value, language)
    return sum_text(100 * value, language) if name.endswith("_yuan") else str(value)


def _ordered(values: tuple[Any, ...] | frozenset[Any]) -> Iterable[Any]:
    """A set by its codes, because every process puts it in another order."""
    return sorted(values) if isinstance(values, frozenset) else values


def _code(name: str, value: str, words: Words, language: Language) -> str:
    if name in _OFFICES:
        return office_text(value, language)
    if name in _PLACES:
        return place_text(value, language)
    if name == "act_code":
        return act_of(value).text(language)
    if name == "clock":
        return detail_text(value, language) or value
    titles = {"stage": words.stages, "check": CHECKS, "service": _TITLES, _BUSINESS: _TITLES}.get(
        name, REASONS
    )
    return _titled(value, titles, language)


def _item(item: Any, words: Words, language: Language) -> str:
    match item:
        case Paper():
            return f"{item.kind.text(language)} ({item.sha256[:8]}…)"
        case Defect():
            place = correction_place(item.where).text(language)
            return _told(place, REASONS[item.code].text(language), language)
        case Choice():
            return item.text(language)
        case msgspec.Struct():
            return ("，" if language == "zh" else ", ").join(
                value for _, value in field_rows(item, words, language)
            )
        case _:
            return detail_text(str(item), language) or str(item)


def _titled(code: str, words: Any, language: Language) -> str:
    title: Title | None = words.get(code)
    return title.text(language) if title else code


def _list(items: Iterator[str], language: Language) -> str:
    return ("；" if language == "zh" else "; ").join(items)


def _told(of: str, text: str, language: Language) -> str:
    return f"{of}：{text}" if language == "zh" else f"{of}: {text}"
