"""Why a text is not the identifier it should be."""

from enum import StrEnum


class FormatRule(StrEnum):
    """The rule that was broken. Its codes stay, because programs and translations rest on them."""

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
    KIND = "kind"
    DUPLICATE = "duplicate"
    ORDER = "order"


class InvalidIdentifier(ValueError):
    """Names the broken rule and never the text, because an exception may end in a log."""

    def __init__(self, rule: FormatRule) -> None:
        super().__init__(rule.value)
        self.rule = rule
