"""Why a text is not the identifier it should be."""

from enum import StrEnum


class FormatRule(StrEnum):
    """The rule that was broken; stable, since programs and translations rest on it."""

    LENGTH = "length"
    CHARACTERS = "characters"
    CHECK_DIGIT = "check_digit"
    ORGANISATION_CODE = "organisation_code"
    DATE = "date"
    FUTURE_DATE = "future_date"
    AGE = "age"
    REGION = "region"
    PROVINCE = "province"
    ISSUING_LETTER = "issuing_letter"
    SERIAL = "serial"
    MODEL_YEAR = "model_year"
    DUPLICATE = "duplicate"
    ORDER = "order"


class InvalidIdentifier(ValueError):
    """Carries the broken rule and never the text: it may end in a log."""

    def __init__(self, rule: FormatRule) -> None:
        super().__init__(rule.value)
        self.rule = rule
