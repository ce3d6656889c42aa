"""What helps a person to fill in a field: where the answer stands, and how it is written."""

from dataclasses import dataclass

from domain.titles import Language


@dataclass(frozen=True, slots=True)
class Hint:
    """In ``Annotated`` beside the name of the field."""

    zh: str
    en: str

    def text(self, language: Language) -> str:
        return self.en if language == "en" else self.zh
