"""The shape of a number: its length, its characters, and how much of it others may see."""

import re
from typing import Final

from domain.identifiers.invalid import FormatRule, InvalidIdentifier
from domain.identifiers.text import squeezed

VEILED: Final = "***"


class Shape:
    """A pattern that fits whole numbers, and no text that normalising would change.

    ``lengths`` are those that the pattern fits. They make the refusal clearer.
    """

    __slots__ = ("_lengths", "_pattern")

    def __init__(self, pattern: str, *lengths: int) -> None:
        self._pattern = re.compile(pattern)
        self._lengths = lengths

    def fits(self, number: str) -> bool:
        return self._pattern.fullmatch(number) is not None

    def read(self, text: str, without: str = "") -> str:
        """Reads a number: normalises it, and drops white space and the separators ``without``.

        A text that fits as it was typed needs no normalising. Raises ``InvalidIdentifier``.
        """
        if self._pattern.fullmatch(text):
            return text
        number = squeezed(text, without)
        if len(number) not in self._lengths:
            raise InvalidIdentifier(FormatRule.LENGTH)
        if not self._pattern.fullmatch(number):
            raise InvalidIdentifier(FormatRule.CHARACTERS)
        return number

    def veil(self, text: str, head: int, tail: int) -> str:
        """Stars out all but the first ``head`` and the last ``tail`` characters.

        A text of another shape is hidden whole, because nobody knows what it would show.
        """
        if not self.fits(text):
            return VEILED
        end = len(text) - tail
        return text[:head] + "*" * (end - head) + text[end:]
