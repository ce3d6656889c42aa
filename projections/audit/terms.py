"""The words under which a case is found. An index knows every case by each of its words."""

from collections.abc import Iterable
from functools import cache

from domain.offices.tree import OFFICES, within

LINE = "\n"
"""It separates words, and stands in no name of an officer."""


def service(code: str) -> str:
    return f"service {code}"


def stage(code: str) -> str:
    return f"stage {code}"


def officer(person: str) -> str:
    return f"officer {person}"


def kind(event: str) -> str:
    return f"kind {event}"


def deed(person: str, event: str) -> str:
    """An officer and what he did, so that both together are looked up at once."""
    return f"deed {event} {person}"


def rules(edition: str) -> str:
    return f"rules {edition}"


def risk(code: str) -> str:
    return f"risk {code}"


def office(head: str) -> str:
    """Every office below the head has this word too."""
    return f"office {head}"


@cache
def offices(office_id: str) -> frozenset[str]:
    """The words of an office and of those above it."""
    heads = [head for head in OFFICES if within(office_id, head)] or [office_id]
    return frozenset(office(head) for head in heads)


def lines(words: Iterable[str]) -> str:
    """The text of a column. The same words give the same text."""
    return LINE.join(sorted(words))
