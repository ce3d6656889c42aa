"""How the people of the town use one service, where its example does not say it all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Generic, TypeVar

from cheguan.town.blocks import Body
from cheguan.town.fates import Fate, Plan
from domain.services.facts import Facts

F = TypeVar("F", bound=Facts)


def _as_it_is(example: Body, plan: Plan, draw: Random) -> Body:
    return example


def _always(facts: Facts, check: str) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Custom(Generic[F]):
    """``varied`` is what somebody asks for instead of the example, before his data stand in it.

    ``passes`` is what the register says of a check. ``fates`` are in thousandths; without them
    the cases go the way of the archetype.
    """

    varied: Callable[[Body, Plan, Random], Body] = _as_it_is
    passes: Callable[[F, str], bool] = _always
    fates: Mapping[Fate, int] | None = None
