"""Who applies at a window, where the register cannot know him."""

from dataclasses import replace
from typing import Final

from domain.services.checks.application import IDENTITY
from domain.services.checks.check import by_a_person

PERSON: Final = replace(IDENTITY, judge=by_a_person)
"""Whom the register does not know yet is compared with his document at the counter."""
