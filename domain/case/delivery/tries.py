"""How often a document is posted.

No law was found for the number, so it is the choice of this office. A case is judged by the
rule of the day on which it was accepted. Nothing is posted before.
"""

from datetime import date
from typing import Final

from domain.case.state import Case
from domain.clocks.table import PRACTICE
from domain.dated import Dated, Rule

_SINCE: Final = date(2016, 1, 1)
MOST_POSTS: Final = Dated("most_posts", Rule(3, _SINCE, PRACTICE))


def may_be_posted(current: Case) -> bool:
    return current.accepted_on is None or current.posts < MOST_POSTS.on(current.accepted_on)
