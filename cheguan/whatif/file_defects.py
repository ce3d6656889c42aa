"""What is wrong with a file of decisions: the line, a pointer, the rule, and words for it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

import msgspec
from msgspec.structs import fields

from api.defect_texts import text as words_of
from api.defects import in_command
from domain.prefectures.grounds import Grounds
from domain.prefectures.words import WORDS as OF_PREFECTURES
from domain.refusal import Refusal
from domain.reliefs.words import WORDS as OF_RELIEFS
from domain.titles import Title

_ENTRY: Final = re.compile(r"\s*\[\[\s*(\w+)\s*\]\]")
_TABLE: Final = re.compile(r"\s*\[")
_KEY: Final = re.compile(r"\s*([\w-]+)\s*=")
_REFUSED: Final = {**OF_PREFECTURES.refusals, **OF_RELIEFS.refusals}
_ORDINARY: Final = Title("按规定不能作出此项决定", "The rules do not allow this decision")


class FileDefect(NamedTuple):
    """``line`` is where the entry says it, or where the entry begins."""

    line: int
    pointer: str
    rule: str
    told: Title
    allowed: Sequence[object] = ()

    def __str__(self) -> str:
        among = f" ({', '.join(map(str, self.allowed))})" if self.allowed else ""
        return f"{self.line}: {self.pointer} {self.rule}: {self.told.zh} {self.told.en}{among}"


class Lines:
    """Where a file says what. The places of entries are counted from 0."""

    def __init__(self, text: str) -> None:
        self._entries: dict[tuple[str, int], int] = {}
        self._keys: dict[tuple[str, int, str], int] = {}
        seen: dict[str, int] = {}
        kind, place = "", 0
        for number, line in enumerate(text.splitlines(), start=1):
            if entry := _ENTRY.match(line):
                kind = entry[1]
                place = seen[kind] = seen.get(kind, -1) + 1
                self._entries[kind, place] = number
            elif (key := _KEY.match(line)) and not _TABLE.match(line):
                self._keys.setdefault((kind, place, key[1]), number)

    def of(self, kind: str, place: int, field: str = "") -> int:
        key = (kind, place, field)
        return self._keys.get(key) or self._entries.get((kind, place), 1)

    def at_the_top(self, name: str) -> int:
        return self._keys.get(("", 0, name)) or self._entries.get((name, 0), 1)


class EntryPlace(NamedTuple):
    """An entry of a file."""

    lines: Lines
    kind: str
    number: int

    def defect(
        self, pointer: str, rule: str, told: Title, allowed: Sequence[object] = ()
    ) -> FileDefect:
        field = pointer.split("/")[1] if pointer else ""
        where = f"/{self.kind}/{self.number}{pointer}"
        return FileDefect(self.lines.of(self.kind, self.number, field), where, rule, told, allowed)

    def named(self, pointer: str, rule: str, allowed: Sequence[object] = ()) -> FileDefect:
        """A defect whose rule is one of the forms."""
        return self.defect(pointer, rule, ruled(rule), allowed)

    def refused(self, refusal: Refusal) -> FileDefect:
        """Why the rules do not allow the decision, with what they would allow."""
        told = _REFUSED[refusal.code].title if refusal.code in _REFUSED else _ORDINARY
        details = [
            f"{name}={value}"
            for name, value in refusal.details().items()
            if value not in (None, "")
        ]
        return self.defect("", refusal.code, told, details)


def ruled(rule: str) -> Title:
    """The words of a rule of the forms."""
    text = _TEXTS.get(rule, rule)
    return Title(words_of(text, {}, "zh"), words_of(text, {}, "en"))


_TEXTS: Final[Mapping[str, str]] = {"choice": "enum", "date": "date_type", "table": "dict_type"}


def defects_in(place: EntryPlace, kind: type[Any], told: Mapping[str, Any]) -> Iterator[FileDefect]:
    """All that is wrong with the fields of a command, each by itself."""
    known = {field.name: field for field in fields(kind)}
    for name in told:
        if name not in known:
            yield place.named(f"/{name}", "unknown_field")
    for name, field in known.items():
        if name not in told:
            if field.required:
                yield place.named(f"/{name}", "missing")
        else:
            yield from _in_field(place, name, field.type, told[name])


def _in_field(place: EntryPlace, name: str, kind: Any, told: Any) -> Iterator[FileDefect]:
    if name == "grounds" and isinstance(told, dict):
        for field in fields(Grounds):
            if field.name in told:
                yield from _converted(place, f"/{name}/{field.name}", field.type, told[field.name])
        told = {key: value for key, value in told.items() if key not in Grounds.__struct_fields__}
        if unknown := sorted(told):
            yield from (place.named(f"/{name}/{key}", "unknown_field") for key in unknown)
        return
    yield from _converted(place, f"/{name}", kind, told)


def _converted(place: EntryPlace, pointer: str, kind: Any, told: Any) -> Iterator[FileDefect]:
    """msgspec names one defect of a value, and a value is one of these fields."""
    try:
        msgspec.convert(told, kind)
    except msgspec.ValidationError as wrong:
        (zh,), (en,) = in_command(wrong, "zh", kind), in_command(wrong, "en", kind)
        within = str(zh["pointer"])
        title = Title(str(zh["text"]), str(en["text"]))
        yield place.defect(f"{pointer}{within}", zh["rule"], title, zh.get("allowed", ()))


def is_a_day(told: object) -> bool:
    return type(told) is date
