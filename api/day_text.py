"""Days and instants as people write them. Instants are told by the clock of the office."""

from datetime import date, datetime
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
