"""A day as people write it."""

from datetime import date
from typing import Final

from babel.dates import format_date

from api.language import Language

_LOCALES: Final = {"zh": "zh_CN", "en": "en_GB"}
_DAY: Final = {"zh": "y年M月d日", "en": "d MMM y"}


def day_text(value: date, language: Language) -> str:
    return format_date(value, _DAY[language], locale=_LOCALES[language])
