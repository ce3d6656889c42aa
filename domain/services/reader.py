"""The one way from bytes to a form, or to everything that is wrong with them."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from domain.services.catalogue import CATALOGUE, AnyForm
from domain.services.defects import FormDefect, FormRefused
from domain.services.form import Form
from domain.services.judgement import Judgement
from domain.services.texts import LAWS, TEXTS
from domain.services.vouched import Vouched
from domain.services.window.form import WindowForm

_ANY: Final[TypeAdapter[Form]] = TypeAdapter(AnyForm)
_SERVICE: Final = "/service"
_TAGS: Final = {"": _SERVICE, "/delivery": "/mode"}
"""Fields that tell forms and blocks apart. pydantic's locations then hold their values."""
_TAG_WRONG: Final = frozenset({"union_tag_invalid", "union_tag_not_found"})
_FIELD: Final = re.compile(r"[A-Za-z_]{1,40}")

RULES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "missing": "missing",
        "extra_forbidden": "unknown_field",
        "string_too_short": "length",
        "string_too_long": "length",
        "too_long": "length",
        "string_pattern_mismatch": "format",
        "enum": "choice",
        "literal_error": "choice",
        "greater_than_equal": "range",
        "less_than_equal": "range",
        "date_parsing": "date",
        "date_from_datetime_parsing": "date",
        "date_from_datetime_inexact": "date",
        "datetime_parsing": "instant",
        "datetime_from_date_parsing": "instant",
        "datetime_object_invalid": "instant",
        "timezone_aware": "instant",
        "union_tag_not_found": "missing",
        "union_tag_invalid": "choice",
        "json_invalid": "json",
    }
)
"""Our rule for each of pydantic's error types. Whatever else it reports is a wrong ``type``."""


def read_form(
    body: bytes, *, today: date, service: str | None = None, vouched: Vouched | None = None
) -> Form:
    """Reads the form in ``body``, of ``service`` if it is given.

    ``today`` is the office's day, by which dates are judged. What the form says of its sender
    must be ``vouched`` for by his token, unless nobody sends it, as with an example. Raises
    ``FormRefused`` with every defect. The exception holds none of the values, nor another
    exception that does.
    """
    if service is not None and service not in CATALOGUE:
        raise FormRefused(defects=(FormDefect(_SERVICE, "service"),))
    try:
        judgement = Judgement(today, vouched)
        if service is None:
            return _ANY.validate_json(body, context=judgement)
        form: Form = CATALOGUE[service].form.model_validate_json(body, context=judgement)
        return form
    except ValidationError as error:
        defects = defects_of(error, service, tagged=service is None)
    raise FormRefused(defects=defects)


def read_window_form(body: bytes, *, today: date, vouched: Vouched | None = None) -> WindowForm:
    """Reads the form of any window service, which a clerk enters. Raises as :func:`read_form`."""
    try:
        return WindowForm.model_validate_json(body, context=Judgement(today, vouched))
    except ValidationError as error:
        defects = defects_of(error)
    raise FormRefused(defects=defects)


def defects_of(
    error: ValidationError, service: str | None = None, *, tagged: bool = False
) -> tuple[FormDefect, ...]:
    """Turns what pydantic found into defects. ``tagged`` says that a union of forms was read.

    Of a union pydantic says first which ``service`` it took the form for.
    """
    return tuple(
        _reported(line["type"], list(line["loc"]), service, tagged=tagged)
        for line in error.errors(include_url=False, include_input=False, include_context=False)
    )


def _reported(
    kind: str, steps: list[int | str], service: str | None, *, tagged: bool
) -> FormDefect:
    if tagged and steps:
        service = str(steps.pop(0))
    if steps[:1] == ["delivery"]:
        del steps[1:2]
    if kind == "extra_forbidden" and not _FIELD.fullmatch(str(steps[-1])):
        # The name of an unknown field may be anything, a telephone number too.
        del steps[-1]
    pointer = _pointer(steps)
    if kind in _TAG_WRONG:
        pointer += _TAGS[pointer]
    rule = "service" if pointer == _SERVICE else _rule(kind)
    law = LAWS[service].get(rule) if service else None
    return FormDefect(pointer, rule, law if law and law.verified else None, service)


def _rule(kind: str) -> str:
    return kind if kind in TEXTS else RULES.get(kind, "type")


def _pointer(location: Iterable[Any]) -> str:
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in location)
