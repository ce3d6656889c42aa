"""What changed in a stream: in each step of it, and between any two of them."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from api.language import Language
from api.pages.kit.history.difference import ValueChange, difference
from api.problems import Problem
from api.views.replay import ReplayStep
from domain.aggregate import Aggregate, S


class Between(NamedTuple):
    """Two steps by their versions, and what differs. Version 0 is before the first event."""

    first: int
    last: int
    changes: Sequence[ValueChange]


def changes_of(
    of: Aggregate[S], steps: Sequence[ReplayStep[S]], language: Language
) -> list[list[ValueChange]]:
    """What each step changed."""
    before = [of.initial, *(step.after for step in steps)]
    return [
        difference(of, was, step.after, language) for was, step in zip(before, steps, strict=False)
    ]


def between(
    of: Aggregate[Any],
    steps: Sequence[ReplayStep[Any]],
    first: int | None,
    last: int | None,
    language: Language,
) -> Between | None:
    """What differs between two steps. None was asked for if neither is named.

    Left out, ``first`` is before the first event and ``last`` the last one. Raises 404 for a
    step that there is not.
    """
    if first is None and last is None:
        return None
    states = [of.initial, *(step.after for step in steps)]
    low, high = sorted((first or 0, len(steps) if last is None else last))
    if low < 0 or high >= len(states):
        raise Problem("not-found", 404)
    return Between(low, high, difference(of, states[low], states[high], language))
