"""How a day is written that is counted in a year without a holiday notice."""

from datetime import date
from typing import Any

from api.language import Language
from api.pages.kit import formats
from domain.calendar import holidays_known
from domain.case.deadlines.days import FIELDS
from domain.clocks.provisional import MARK, is_provisional


def last_day(clock: str, on: date, language: Language) -> str:
    """The last day of a clock, marked if it is provisional today."""
    text = formats.day(on, language).striptags()
    return text + _marked(language) if is_provisional(clock, on) else text


def mark(name: str, value: Any, rules: str, language: Language) -> str:
    """The mark of a field of an event, if its day was provisional under the ``rules``."""
    known = holidays_known(rules)
    if known is None or name not in FIELDS or not isinstance(value, date):
        return ""
    return _marked(language) if value.year > known else ""


def _marked(language: Language) -> str:
    text = MARK.text(language)
    return f"（{text}）" if language == "zh" else f" ({text})"
