"""Refusals: what the domain answers when a request cannot be granted as it stands."""

import re
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import ClassVar

_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


class Refusal(Exception):
    """The reason why a command was not carried out. Nothing has been stored.

    A subclass is named by its reason, derives from one of the five kinds below, and is a
    ``@dataclass(kw_only=True)``. Its fields tell the caller what to correct, and whoever asked
    sees them. So they hold codes, counts and days, and never a personal value.

    ``code`` is part of the public contract, and renaming a class changes it. A class that names
    the code of another is the same to whoever asked, and tells only us more.

    ``names`` is the field with the id of another stream, if there is one. The door empties it
    for whoever may not see that stream, and then it is no detail.
    """

    code: ClassVar[str] = "refusal"
    names: ClassVar[str] = ""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if "code" not in cls.__dict__:
            cls.code = _WORDS.sub("-", cls.__name__).lower()
        # A dataclass that compares by value would otherwise lose its hash, and
        # an exception without one cannot be kept in a set by those who handle it.
        cls.__hash__ = Exception.__hash__  # type: ignore[method-assign]

    def details(self) -> dict[str, object]:
        """The fields by name, for the answer at the edge."""
        if not is_dataclass(self):
            return {}
        found = {field.name: getattr(self, field.name) for field in fields(self)}
        if found.get(self.names, self) is None:
            del found[self.names]
        return found

    def unnamed(self) -> "Refusal":
        """The same refusal without the stream that it names."""
        assert is_dataclass(self)
        return replace(self, **{self.names: None})

    def __str__(self) -> str:
        return self.code


class Unknown(Refusal):
    """What the command is about does not exist for the caller."""


class Forbidden(Refusal):
    """The caller may not give this command, or may not give it about this."""


class Conflict(Refusal):
    """The command does not fit what has happened."""


class Invalid(Refusal):
    """The command itself is wrong. When it is corrected it may be given again."""


class Stale(Refusal):
    """The caller decided on an earlier state."""


@dataclass(kw_only=True)
class NotPermitted(Forbidden):
    command: str
    role: str


@dataclass(kw_only=True)
class NotAtThisStage(Conflict):
    command: str
    stage: str


@dataclass(kw_only=True)
class NotAsThingsStand(Conflict):
    """The stage allows the command, but there is nothing that it could answer."""

    command: str
