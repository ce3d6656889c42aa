"""Decisions as a person edits them: the text of a file of decisions."""

import json
from datetime import date
from typing import Any, Final

from msgspec.structs import fields

from cheguan.whatif.decision_file import DECISION, RELIEF
from cheguan.whatif.entries import DecisionSet
from cheguan.whatif.taken import is_told
from domain.message import Command

_OF_THE_PAPER: Final = frozenset({"grounds", "decided_on", "planned_end"})
"""From these nothing follows, so they are not written."""


def written(decisions: DecisionSet) -> str:
    """The decisions as a file, from which the same follows."""
    openings, reliefs = decisions.openings, decisions.reliefs
    entries = [_entry(DECISION, each.command, each.taken_on, each.region) for each in openings]
    entries += [_entry(RELIEF, each.command, each.taken_on) for each in reliefs or ()]
    none_at_all = [f"{RELIEF} = []\n"] if reliefs is not None and not reliefs else []
    return "\n".join([*none_at_all, *entries])


def _entry(kind: str, command: Command, taken_on: date, region: str = "") -> str:
    told = {"command": type(command).__name__, "region": region, "taken_on": taken_on}
    said = {
        name: getattr(command, name)
        for name in command.__struct_fields__
        if name not in _OF_THE_PAPER
        and is_told(command, name)
        and getattr(command, name) != _default(command, name)
    }
    lines = [f"{name} = {_value(value)}" for name, value in {**told, **said}.items() if value != ""]
    return "\n".join([f"[[{kind}]]", *lines, ""])


def _default(command: Command, name: str) -> Any:
    return next(field.default for field in fields(command) if field.name == name)


def _value(value: Any) -> str:
    """Strings of JSON are strings of TOML, but for a character that no text here has."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_value, value))}]"
    return json.dumps(value, ensure_ascii=False)
