"""How the people of the town use one service, where its example does not say it all."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from cheguan.town.blocks import Body
from cheguan.town.fates import Plan


def _as_it_is(example: Body, plan: Plan, draw: Random) -> Body:
    return example


@dataclass(frozen=True, slots=True, kw_only=True)
class Custom:
    """``varied`` is what somebody asks for instead of the example, before his data stand in it.

    ``registration`` is the code of the service at a window to which he comes with a number that he
    has reserved.
    """

    varied: Callable[[Body, Plan, Random], Body] = _as_it_is
    registration: str | None = None
