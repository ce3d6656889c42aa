"""Numbers, days and instants as people write them. Instants are shown in Beijing time."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Final

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal, format_percent
from markupsafe import Markup, escape

from api.day_text import day_text, deadline_text
from api.language import Language
from domain.calendar import OFFICE_ZONE

NOTHING: Final = "—"
"""Stands for what there is not, such as a rate of nothing."""

_CHINESE: Final = re.compile("[\u3400-\u9fff][\u3000-\u9fff\uff00-\uffef*]*")
_LOCALES: Final = {"zh": "zh_CN", "en": "en_GB"}
_WEEKDAY: Final = {"zh": "M月d日 EEE", "en": "EEE d MMM"}
_MOMENT: Final = {"zh": "y年M月d日 HH:mm", "en": "d MMM y, HH:mm"}
_EXACT: Final = {"zh": "y年M月d日 HH:mm:ss", "en": "d MMM y, HH:mm:ss"}


def capital(text: str) -> str:
    """The text as a heading has it: its first letter is a capital, the others stay."""
    return text[:1].upper() + text[1:]


def named(text: str, language: Language) -> Markup:
    """The text with its Chinese marked as such on an English page: names and what people wrote."""
    if language == "zh":
        return escape(text)
    return Markup(_CHINESE.sub(r'<span lang="zh-CN">\g<0></span>', str(escape(text))))


def number(value: int) -> str:
    return format_decimal(value, locale="en")


def share(value: float | None) -> str:
    """A share in per cent, with one decimal."""
    return NOTHING if value is None else format_percent(value, "0.0%", locale="en")


def days(duration: timedelta | None) -> str:
    """Days with one decimal. What is shorter than that is not called nothing."""
    if duration is None:
        return NOTHING
    value = duration / timedelta(days=1)
    return "<0.1" if value < 0.05 else f"{value:.1f}"


def day(value: date, language: Language) -> Markup:
    """A ``<time>`` element of an office-local day."""
    text = day_text(value, language)
    return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), text)


def weekday(value: date, language: Language) -> Markup:
    """A ``<time>`` element of a day within a year, with its day of the week."""
    text = format_date(value, _WEEKDAY[language], locale=_LOCALES[language])
    return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), text)


def moment(value: datetime, language: Language, *, exact: bool = False) -> Markup:
    """A ``<time>`` element of an instant. With ``exact`` it shows the seconds."""
    pattern = (_EXACT if exact else _MOMENT)[language]
    local = _local(value)
    text = format_datetime(local, pattern, locale=_LOCALES[language])
    if local.tzinfo is not OFFICE_ZONE:
        text = f"{text} ({local.tzname()})"
    return Markup('<time datetime="{}">{}</time>').format(local.isoformat(), text)


def deadline(value: datetime, language: Language) -> Markup:
    """A ``<time>`` element of the instant at which a time ends, as :func:`deadline_text` tells."""
    local = _local(value)
    if local.tzinfo is not OFFICE_ZONE:
        return moment(value, language)
    text = deadline_text(local, language)
    return Markup('<time datetime="{}">{}</time>').format(local.isoformat(), text)


def clock(value: datetime) -> Markup:
    """A ``<time>`` element of an instant of today, to the second: ``09:05:12``."""
    local = _local(value)
    return Markup('<time datetime="{}">{:%H:%M:%S}</time>').format(local.isoformat(), local)


def _local(value: datetime) -> datetime:
    """The instant in the office's zone. At the ends of time there is none, so it keeps its own."""
    aware = value if value.tzinfo else value.replace(tzinfo=UTC)
    try:
        return aware.astimezone(OFFICE_ZONE)
    except OverflowError:
        return aware


def ago(seconds: float, language: Language) -> str:
    """How long ago something was, in the largest unit that fits."""
    for size, zh, en in ((86_400, "天", "d"), (3_600, "小时", "h"), (60, "分钟", "min")):
        if seconds >= size:
            whole = int(seconds // size)
            return f"{whole} {zh}前" if language == "zh" else f"{whole} {en} ago"
    whole = max(0, int(seconds))
    return f"{whole} 秒前" if language == "zh" else f"{whole} s ago"
