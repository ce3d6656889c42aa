"""What people are told of a service where its numbers and its archetype do not tell it."""

from dataclasses import dataclass
from typing import Final

from domain.titles import Title


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideWords:
    """``fee`` may hold ``{fee}``, the sum. ``bring`` names what is shown on the spot. ``first`` is
    to be done before the application, and ``steps`` follow the submission.
    """

    term: Title | None = None
    fee: Title | None = None
    outcome: Title | None = None
    bring: tuple[Title, ...] = ()
    first: tuple[Title, ...] = ()
    steps: tuple[Title, ...] = ()


NO_OTHER_WORDS: Final = GuideWords()
