"""Whose life a case is: that of one of the town's people, or of a stranger."""

import re
from typing import Final
from uuid import UUID

from cheguan.town.cities import CITIES
from cheguan.town.fates import Fate, Plan
from cheguan.town.life import Life
from cheguan.town.plans import plan
from domain.case.state import Case
from domain.door.attempt import Opened
from domain.offices.tree import prefecture_of

_OURS: Final = re.compile(r"town-([0-9]+)-([0-9]+)")
STRANGER: Final = "stranger"
"""Stands for applicants who are not of the town. The town does not speak for them."""
_STRANGERS: Final = 1_000_000


def life_of(case: UUID, opened: Opened[Case]) -> Life:
    """The life of a case. Its plan follows from the pseudonym of a person of the town.

    Whoever else applied goes straight through, under a number far from those of the town.
    """
    if ours := _OURS.fullmatch(opened.owner.id):
        drawn = plan(int(ours[1]), int(ours[2]))
        return Life(drawn, drawn.owner, case)
    drawn = Plan(
        seed=0,
        number=_STRANGERS + case.int % (8 * _STRANGERS),
        service=opened.state.service,
        city=CITIES[prefecture_of(opened.state.office)],
        fate=Fate.STRAIGHT,
        owner=STRANGER,
    )
    return Life(drawn, STRANGER, case)
