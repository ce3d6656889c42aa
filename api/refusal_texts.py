"""What the refusals of the domain are called, and what the caller can do about each."""

from collections.abc import Mapping
from typing import Final

from api.problem_texts import ProblemText

REFUSALS: Final[Mapping[str, ProblemText]] = {}
