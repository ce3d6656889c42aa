"""Days and instants as people write them. Instants are told by the clock of the office."""

from datetime import date, datetime, time, timedelta
from typing import Final

from babel.dates import format_date, format_datetime

from api.language import Language
from domain.calendar import OFFICE_ZONE

_LOCALES: Final = {"zh": "zh_CN", "en": "en_GB"}
_DAY: Final = {"zh": "y年M月d日", "en": "d MMM y"}
_MOMENT: Final = {"zh": "y年M月d日 HH:mm", "en": "d MMM y, HH:mm"}


def day_text(value: date, language: Language) -> str:
    return format_date(value, _DAY[language], locale=_LOCALES[language])


def moment_text(value: datetime, language: Language) -> str:
    """The instant to the minute. It bears an offset from UTC."""
    local = value.astimezone(OFFICE_ZONE)
    return format_datetime(local, _MOMENT[language], locale=_LOCALES[language])


def deadline_text(value: datetime, language: Language) -> str:
    """The instant at which a time ends. The end of a day is its 24 o'clock, and no midnight of
    the next, of which nobody knows whether it is still in time.
    """
    local = value.astimezone(OFFICE_ZONE)
    if local.time() != time():
        return moment_text(value, language)
    told = day_text(local.date() - timedelta(days=1), language)
    return f"{told}, 24:00" if language == "en" else f"{told}24时"
