"""The shape of a number: how long it is, of which characters, and how much of it others may see."""

import re
from typing import Final

from domain.identifiers.invalid import FormatRule, InvalidIdentifier
from domain.identifiers.text import normalise

HIDDEN: Final = "***"


class Shape:
    """``pattern`` must fit the whole number, and no text that normalising would change.

    The lengths, which are those the pattern fits, are told apart for a clearer refusal.
    """

    __slots__ = ("_lengths", "_pattern")

    def __init__(self, pattern: str, *lengths: int) -> None:
        self._pattern = re.compile(pattern)
        self._lengths = lengths

    def fits(self, number: str) -> bool:
        return self._pattern.fullmatch(number) is not None

    def read(self, text: str, without: str = "") -> str:
        """The normalised number, less the separators ``without``; raises ``InvalidIdentifier``.

        What fits as it was typed has nothing to be normalised.
        """
        if self._pattern.fullmatch(text):
            return text
        number = normalise(text)
        for mark in without:
            number = number.replace(mark, "")
        if len(number) not in self._lengths:
            raise InvalidIdentifier(FormatRule.LENGTH)
        if not self._pattern.fullmatch(number):
            raise InvalidIdentifier(FormatRule.CHARACTERS)
        return number

    def veil(self, text: str, head: int, tail: int) -> str:
        """All but the first ``head`` and last ``tail`` characters starred out.

        A text of another shape is hidden whole, as nobody knows what it shows.
        """
        if not self.fits(text):
            return HIDDEN
        end = len(text) - tail
        return text[:head] + "*" * (end - head) + text[end:]
