"""What msgspec finds wrong with a body, as a rule of the forms and a text that names it.

Its message may quote what the caller wrote. Only types, limits and the name of a member are
taken from it.
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple


class DecodeFault(NamedTuple):
    """A ``rule`` of the forms, the key of its ``text``, and the numbers that the text names.

    ``member`` is the name of what is missing or unknown. A caller may have written it.
    """

    rule: str
    text: str
    limits: Mapping[str, str]
    member: str | None = None


_SAID: Final = tuple(
    (re.compile(said), rule, text)
    for said, rule, text in (
        (r"Object missing required field `(?P<member>[^`]+)`", "missing", "missing"),
        (r"Object contains unknown field `(?P<member>[^`]*)`", "unknown_field", "unknown_field"),
        (r"Invalid (?:enum )?value", "choice", "enum"),
        (r"Expected `str` of length >= (?P<min_length>\d+)", "length", "string_too_short"),
        (r"Expected `str` of length <= (?P<max_length>\d+)", "length", "string_too_long"),
        (r"Expected `(?:array|object)` of length >= (?P<min_length>\d+)", "length", "too_short"),
        (r"Expected `(?:array|object)` of length <= (?P<max_length>\d+)", "length", "too_long"),
        (r"Expected `str` matching regex", "format", "string_pattern_mismatch"),
        (r"Expected `(?:int|float)` >= (?P<ge>[-\d.]+)", "range", "greater_than_equal"),
        (r"Expected `(?:int|float)` <= (?P<le>[-\d.]+)", "range", "less_than_equal"),
        (r"Expected `datetime` with a timezone", "instant", "timezone_aware"),
        (r"Invalid RFC3339 encoded datetime\b", "instant", "datetime_type"),
        (r"Invalid RFC3339 encoded date\b", "date", "date_type"),
        (r"Invalid UUID", "format", "uuid_type"),
    )
)
_OTHER_TYPE: Final = re.compile(r"Expected `(\w+)(?: \| null)?`, got")
_TYPES: Final[Mapping[str, tuple[str, str]]] = {
    "datetime": ("instant", "datetime_type"),
    "date": ("date", "date_type"),
    "uuid": ("format", "uuid_type"),
    "str": ("type", "string_type"),
    "int": ("type", "int_type"),
    "float": ("type", "float_type"),
    "bool": ("type", "bool_type"),
    "array": ("type", "list_type"),
    "object": ("type", "dict_type"),
}
_NOT_NAMED: Final = DecodeFault("shape", "shape", {})


def fault_in(message: str) -> DecodeFault:
    """What the message says. A rule that it does not name is ``shape``."""
    for said, rule, text in _SAID:
        if match := said.match(message):
            named = match.groupdict()
            member = named.pop("member", None)
            return DecodeFault(rule, text, named, member)
    if (other := _OTHER_TYPE.match(message)) and (known := _TYPES.get(other[1])):
        return DecodeFault(*known, {})
    return _NOT_NAMED
