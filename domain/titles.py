"""A name as people read it: Chinese first, English beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias, get_args, get_type_hints

Language: TypeAlias = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Title:
    """In ``Annotated`` beside the type of a field it is the field's name."""

    zh: str
    en: str

    def text(self, language: Language) -> str:
        return self.en if language == "en" else self.zh

    def filled(self, **names: "Title") -> "Title":
        """Puts each name in the place of its ``{…}``, in both languages."""
        zh, en = self.zh, self.en
        for place, name in names.items():
            zh, en = zh.replace(f"{{{place}}}", name.zh), en.replace(f"{{{place}}}", name.en)
        return Title(zh, en)


def counted(number: int, noun: str) -> str:
    """A number with its English noun, in the singular where it is one."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("ty") else f"{number:,} {noun}s"


@cache
def field_titles(kind: type) -> Mapping[str, Title]:
    """The names that a class gives to its fields."""
    return {
        name: title
        for name, hint in get_type_hints(kind, include_extras=True).items()
        for title in get_args(hint)
        if isinstance(title, Title)
    }
