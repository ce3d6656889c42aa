"""A name as people read it: Chinese first, English beside it."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Title:
    zh: str
    en: str

    def text(self, language: Language) -> str:
        return self.en if language == "en" else self.zh
