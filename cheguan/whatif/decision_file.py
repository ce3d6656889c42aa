"""A file of decisions, in TOML: one table for each, with the name and the fields of its command.

A decision that says nothing of its grounds has those of an assumption, and one that does not say
on which day it is taken is taken on the day on which it takes effect.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

import msgspec
from msgspec.structs import fields

from cheguan.whatif.decided_world import RefusedEntry
from cheguan.whatif.entries import (
    OPENINGS,
    RELIEF_COMMANDS,
    DecisionSet,
    OpeningEntry,
    ReliefEntry,
)
from cheguan.whatif.file_defects import EntryPlace, FileDefect, Lines, defects_in, is_a_day, ruled
from cheguan.whatif.taken import UNTOLD
from domain.message import Command
from domain.offices.tree import REGIONS
from domain.titles import Title

DECISION: Final = "decision"
RELIEF: Final = "relief"
_LINE: Final = re.compile(r"\(at line (\d+)")
_OF_AN_ENTRY: Final = {
    DECISION: frozenset({"command", "region", "taken_on"}),
    RELIEF: frozenset({"command", "taken_on"}),
}
_EFFECT: Final = ("effective_on", "first", "last")
"""The fields that say from which day on a decision has an effect."""


class FileUnfit(Exception):
    """``defects`` are all that is wrong with the file."""

    def __init__(self, defects: Sequence[FileDefect]) -> None:
        super().__init__("\n".join(map(str, defects)))
        self.defects = defects


def read_decisions(text: str) -> DecisionSet:
    """Raises :class:`FileUnfit`. Whether the rules allow the decisions is another question."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise FileUnfit([_not_toml(text, str(wrong))]) from None
    found, lines = list[FileDefect](), Lines(text)
    for name in told:
        if name not in {DECISION, RELIEF}:
            line = lines.at_the_top(name)
            found.append(FileDefect(line, f"/{name}", "unknown_field", ruled("unknown_field")))
    openings = [
        OpeningEntry(place.number, str(entry["region"]), taken_on, command)
        for place, entry, command, taken_on in _entries(told, lines, DECISION, OPENINGS, found)
    ]
    reliefs = [
        ReliefEntry(place.number, taken_on, command)
        for place, _, command, taken_on in _entries(told, lines, RELIEF, RELIEF_COMMANDS, found)
    ]
    if found:
        raise FileUnfit(sorted(found, key=lambda defect: defect.line))
    return DecisionSet(openings, reliefs if RELIEF in told else None)


def _entries(
    told: Mapping[str, Any],
    lines: Lines,
    kind: str,
    commands: Mapping[str, type[Command]],
    found: list[FileDefect],
) -> Iterator[tuple[EntryPlace, Mapping[str, Any], Any, date]]:
    entries = told.get(kind, [])
    if not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
        found.append(FileDefect(lines.at_the_top(kind), f"/{kind}", "table", ruled("table")))
        return
    for number, entry in enumerate(entries):
        place = EntryPlace(lines, kind, number)
        command = commands.get(str(entry.get("command")))
        if command is None:
            rule = "choice" if "command" in entry else "missing"
            found.append(place.named("/command", rule, list(commands)))
            continue
        said = _said(kind, command, entry)
        wrong = {each.pointer: each for each in defects_in(place, command, said)}
        wrong |= {each.pointer: each for each in _of_the_entry(place, kind, command, entry)}
        found += wrong.values()
        if not wrong:
            yield place, entry, msgspec.convert(said, command), _taken_on(entry)


def _said(kind: str, command: type[Command], entry: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of the command, with the grounds that it must have."""
    known = {field.name: field for field in fields(command)}
    others = _OF_AN_ENTRY[kind] - known.keys()
    said = {name: value for name, value in entry.items() if name not in others}
    if "grounds" in known and known["grounds"].required:
        said.setdefault("grounds", {"reason": UNTOLD.reason})
    return said


def _of_the_entry(
    place: EntryPlace, kind: str, command: type[Command], entry: Mapping[str, Any]
) -> Iterator[FileDefect]:
    if kind == DECISION and entry.get("region") not in REGIONS:
        rule = "choice" if "region" in entry else "missing"
        if rule == "choice" or "region" not in command.__struct_fields__:
            yield place.named("/region", rule, list(REGIONS))
    if "taken_on" in entry and not is_a_day(entry["taken_on"]):
        yield place.named("/taken_on", "date")
    if entry.keys().isdisjoint({"taken_on", *_EFFECT}):
        yield place.defect("/taken_on", "missing", ruled("missing"))


def _taken_on(entry: Mapping[str, Any]) -> date:
    day = entry.get("taken_on") or _day_of_effect(entry)
    assert isinstance(day, date)
    return day


def _day_of_effect(entry: Mapping[str, Any]) -> date | None:
    days = (entry.get(name) for name in _EFFECT)
    return next((day for day in days if is_a_day(day)), None)


def _not_toml(text: str, said: str) -> FileDefect:
    at = _LINE.search(said)
    line = int(at[1]) if at else len(text.splitlines())
    return FileDefect(
        line, "", "toml", Title(f"不是有效的 TOML（{said}）", f"This is not TOML: {said}")
    )


def not_allowed(text: str, refused: Sequence[RefusedEntry]) -> FileUnfit:
    """The entries that the rules refuse, each where it stands in the file."""
    lines = Lines(text)
    defects = []
    for entry, refusal in refused:
        kind = DECISION if isinstance(entry, OpeningEntry) else RELIEF
        defects.append(EntryPlace(lines, kind, entry.place).refused(refusal))
    return FileUnfit(sorted(defects, key=lambda defect: defect.line))
