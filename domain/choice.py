"""A closed list whose members carry their words. One line says code, Chinese and English."""

from enum import StrEnum
from typing import Self

from domain.titles import Language, Title


class Choice(StrEnum):
    """``LOST = "lost", "遗失", "lost"``. The code is stored, and the words are for people."""

    zh: str
    en: str

    def __new__(cls, code: str, zh: str = "", en: str = "") -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.zh, member.en = zh, en
        return member

    @property
    def words(self) -> Title:
        return Title(self.zh, self.en)

    def text(self, language: Language) -> str:
        return self.en if language == "en" else self.zh
