"""Legal numbers with the days on which they are in force.

A case is judged by the rule of its acceptance day, so a number that changes
gets a second rule and keeps the first.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Generic, TypeVar

T = TypeVar("T")


class NoRuleInForce(LookupError):
    """The table has no rule for the day. That is a gap in the table, not the citizen's fault."""

    def __init__(self, code: str, day: date) -> None:
        super().__init__(f"no rule {code} in force on {day.isoformat()}")
        self.code = code
        self.day = day


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """A value in force from ``valid_from`` through ``valid_to``, or until further notice.

    ``basis`` is the place in the law, such as ``124:44``, or names the practice if no law
    was found.
    """

    value: T
    valid_from: date
    basis: str
    valid_to: date | None = None

    def covers(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class Dated(Generic[T]):
    """The rules of one code, oldest first. They may leave gaps and must not overlap.

    Raises ``ValueError`` if there are no rules, or if they overlap or are out of order, so
    that a wrong table does not import.
    """

    __slots__ = ("code", "rules")

    def __init__(self, code: str, *rules: Rule[T]) -> None:
        if not rules:
            raise ValueError(f"{code}: no rules")
        for rule in rules:
            if rule.valid_to is not None and rule.valid_to < rule.valid_from:
                raise ValueError(f"{code}: a rule ends before it begins")
        for earlier, later in pairwise(rules):
            if earlier.valid_to is None or earlier.valid_to >= later.valid_from:
                raise ValueError(f"{code}: rules overlap or are out of order")
        self.code = code
        self.rules = rules

    def rule_on(self, day: date) -> Rule[T]:
        for rule in self.rules:
            if rule.covers(day):
                return rule
        raise NoRuleInForce(self.code, day)

    def on(self, day: date) -> T:
        return self.rule_on(day).value

    def __iter__(self) -> Iterator[Rule[T]]:
        return iter(self.rules)
