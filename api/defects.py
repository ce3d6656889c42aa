"""Tells at once everything that is wrong with a form, each item with a pointer and a rule."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import msgspec

from api.allowed import allowed_in_command
from api.decode_errors import fault_in
from api.defect_texts import LIMITS, text
from api.language import Language
from api.pointers import pointer

Defect = dict[str, Any]

_PATH: Final = re.compile(r" - at `(?:key in )?\$([^`]*)`\Z")
_STEP: Final = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")
_SAME_RULE: Final = {"extra_forbidden": "unknown_field"}
"""What pydantic calls otherwise than the forms do."""


def in_request(
    errors: Iterable[Mapping[str, object]], body: object, language: Language
) -> list[Defect]:
    """The defects behind a ``RequestValidationError``. ``body`` is the body as it was parsed."""
    return [_defect(error, body, language) for error in errors]


def in_command(
    error: msgspec.ValidationError, language: Language, kind: Any = None
) -> list[Defect]:
    """The one defect that msgspec names when a command of this kind does not decode.

    Where only some values are allowed there, ``allowed`` lists them.
    """
    message = str(error)
    found = _PATH.search(message)
    path: list[str | int] = [
        int(index) if index else name
        for name, index in _STEP.findall(found.group(1) if found else "")
    ]
    fault = fault_in(message)
    if fault.member is not None:
        path.append(fault.member)
    defect: Defect = {
        "pointer": pointer(path),
        "rule": fault.rule,
        "text": text(fault.text, fault.limits, language),
    }
    if kind and (allowed := allowed_in_command(kind, path)):
        if fault.rule != "missing":
            defect |= {"rule": "choice", "text": text("enum", {}, language)}
        defect["allowed"] = allowed
    return [defect]


def _defect(error: Mapping[str, object], body: object, language: Language) -> Defect:
    place = error.get("loc")
    where, *path = place if isinstance(place, Sequence) and place else ("body",)
    kind = str(error.get("type"))
    context = error.get("ctx")
    details = context if isinstance(context, Mapping) else {}
    rule = str(getattr(details.get("error"), "rule", _SAME_RULE.get(kind, kind)))
    limits = {name: value for name, value in details.items() if name in LIMITS}
    defect: Defect = {} if where == "body" else {"in": str(where)}
    defect["pointer"] = pointer(_within(body, path, kind) if where == "body" else path)
    defect["rule"] = rule
    defect["text"] = text(rule, limits, language)
    if isinstance(law := details.get("law"), str):
        defect["law"] = law
    return defect


def _within(body: object, path: Sequence[str | int], kind: str) -> list[str | int]:
    """``path`` without steps that pydantic adds and the body does not have, such as a tag."""
    steps: list[str | int] = []
    current = body
    for step in path:
        if _has(current, step):
            current = current[step]  # type: ignore[index]
            steps.append(step)
    if kind == "missing" and path and isinstance(current, dict):
        steps.append(path[-1])
    return steps


def _has(value: object, step: str | int) -> bool:
    if isinstance(value, list):
        return isinstance(step, int) and step < len(value)
    return isinstance(value, dict) and step in value
