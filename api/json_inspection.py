"""Reads a JSON body slowly and exactly, and finds the first fault in the order of the document.

Only bodies that :mod:`api.json_scan` could not clear at a glance come here.
"""

import json
import math
import re
from collections.abc import Iterator
from typing import Final

from api.pointers import pointer
from api.problems import Problem

MAX_DEPTH: Final = 20
MAX_KEYS: Final = 2_000
MAX_VALUES: Final = 5_000
MAX_STRING: Final = 8_192
MAX_DIGITS: Final = 20

_UNFIT: Final = re.compile("[\0\ud800-\udfff]")

Path = tuple[str | int, ...]


class BodyRefused(Problem):
    """The body is not the JSON that this service reads. ``rule`` says which rule it breaks."""

    def __init__(self, rule: str, path: Path | None = None) -> None:
        members = {} if path is None else {"pointer": pointer(path)}
        super().__init__(f"json-{rule}", 400, members=members)
        self.rule = rule


class _Members(list[tuple[str, object]]):
    """An object as it was written, with its duplicates and in its order."""


class _Number(str):
    """A number as it was written."""

    __slots__ = ()


def inspect(body: bytes) -> None:
    """Raises :class:`BodyRefused` for the first rule that ``body`` breaks."""
    try:
        text = body.decode()
    except UnicodeDecodeError:
        raise BodyRefused("encoding") from None
    if text.startswith("\ufeff"):
        raise BodyRefused("encoding")
    try:
        document = _read(text)
    except RecursionError:
        raise BodyRefused("depth") from None
    except ValueError:
        raise BodyRefused("nul" if "\0" in text else "syntax") from None
    if not isinstance(document, _Members):
        raise BodyRefused("not-an-object")
    keys, values = 0, 1
    for path, value in _walk(document):
        if isinstance(value, list):
            values += len(value)
            if values > MAX_VALUES:
                raise BodyRefused("values")
            if len(path) >= MAX_DEPTH:
                raise BodyRefused("depth", path[:-1])
        if isinstance(value, _Members):
            keys += len(value)
            if keys > MAX_KEYS:
                raise BodyRefused("keys")
            _check_names(value, path)
        elif isinstance(value, _Number):
            _check_number(value, path)
        elif isinstance(value, str):
            _check_string(value, path)


def _read(text: str) -> object:
    """Reads ``text`` as lists, :class:`_Members`, strings and numbers, up to a limit of numbers."""
    left = iter(range(MAX_VALUES))

    def number(written: str) -> _Number:
        if next(left, None) is None:
            raise BodyRefused("values")
        return _Number(written)

    decoder = json.JSONDecoder(
        object_pairs_hook=_Members, parse_int=number, parse_float=number, parse_constant=number
    )
    return decoder.decode(text)


def _walk(document: _Members) -> Iterator[tuple[Path, object]]:
    """Gives every value with its path, in the order of the text."""
    waiting: list[tuple[Path, object]] = [((), document)]
    while waiting:
        path, value = waiting.pop()
        yield path, value
        if isinstance(value, _Members):
            waiting.extend([((*path, name), member) for name, member in reversed(value)])
        elif isinstance(value, list):
            waiting.extend([((*path, i), value[i]) for i in range(len(value) - 1, -1, -1)])


def _check_names(members: _Members, path: Path) -> None:
    seen: set[str] = set()
    for name, _ in members:
        _check_string(name, path)
        if name in seen:
            raise BodyRefused("duplicate-key", (*path, name))
        seen.add(name)


def _check_string(text: str, path: Path) -> None:
    if unfit := _UNFIT.search(text):
        raise BodyRefused("nul" if unfit.group() == "\0" else "surrogate", path)
    if len(text) > MAX_STRING or len(text.encode()) > MAX_STRING:
        raise BodyRefused("string-length", path)


def _check_number(number: _Number, path: Path) -> None:
    if number.lstrip("-") in ("NaN", "Infinity"):
        raise BodyRefused("number-range", path)
    if sum(map(str.isdigit, number)) > MAX_DIGITS:
        raise BodyRefused("number-length", path)
    if not math.isfinite(float(number)):
        raise BodyRefused("number-range", path)
