"""The classes of a driving licence 准驾车型, written ``A1A2`` as they are printed (139 annex 1)."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.choice import Choice
from domain.identifiers.identifier import Identifier
from domain.identifiers.invalid import FormatRule, InvalidIdentifier
from domain.identifiers.text import squeezed


class LicenceClass(Choice):
    """The classes, in the order in which a licence prints them."""

    A1 = "A1", "大型客车", "large bus"
    A2 = "A2", "牵引车", "tractor-trailer"
    A3 = "A3", "城市公交车", "city bus"
    B1 = "B1", "中型客车", "medium bus"
    B2 = "B2", "大型货车", "large truck"
    C1 = "C1", "小型汽车", "small car"
    C2 = "C2", "小型自动挡汽车", "small automatic car"
    C3 = "C3", "低速载货汽车", "low-speed truck"
    C4 = "C4", "三轮汽车", "three-wheeled vehicle"
    C5 = "C5", "残疾人专用小型自动挡载客汽车", "automatic car for disabled persons"
    D = "D", "普通三轮摩托车", "three-wheel motorcycle"
    E = "E", "普通二轮摩托车", "two-wheel motorcycle"
    F = "F", "轻便摩托车", "moped"
    M = "M", "轮式自行机械车", "wheeled self-propelled machine"
    N = "N", "无轨电车", "trolley bus"
    P = "P", "有轨电车", "tram"


def _classes(text: str) -> frozenset[LicenceClass]:
    return frozenset(LicenceClass(code) for code in text.split())


ALSO_PERMITS: Final[Mapping[LicenceClass, frozenset[LicenceClass]]] = MappingProxyType(
    {
        LicenceClass.A1: _classes("A3 B1 B2 C1 C2 C3 C4 M"),
        LicenceClass.A2: _classes("B1 B2 C1 C2 C3 C4 M"),
        LicenceClass.A3: _classes("C1 C2 C3 C4"),
        LicenceClass.B1: _classes("C1 C2 C3 C4 M"),
        LicenceClass.B2: _classes("C1 C2 C3 C4 M"),
        LicenceClass.C1: _classes("C2 C3 C4"),
        LicenceClass.C3: _classes("C4"),
        LicenceClass.D: _classes("E F"),
        LicenceClass.E: _classes("F"),
    }
)

_SHAPE: Final = re.compile(r"(?:A[123]|B[12]|C[1-5]|[DEFMNP])+")
_CLASS: Final = re.compile(r"[A-Z][0-9]?")
_LONGEST: Final = len("".join(LicenceClass))
_PRINTED: Final = tuple(LicenceClass)
_BETWEEN: Final = ",、;/+-"


class LicenceClasses(Identifier, frozen=True):
    text: str
    classes: tuple[LicenceClass, ...]

    @property
    def permitted(self) -> frozenset[LicenceClass]:
        """Everything that the holder may drive, with what the printed classes imply."""
        return frozenset(self.classes).union(
            *(ALSO_PERMITS.get(printed, frozenset()) for printed in self.classes)
        )


def parse(text: str) -> LicenceClasses:
    """Reads classes in the printed order, none of them twice.

    A class that another implies may stand beside it. Marks between classes are dropped.
    """
    typed = squeezed(text, _BETWEEN)
    if not 0 < len(typed) <= _LONGEST:
        raise InvalidIdentifier(FormatRule.LENGTH)
    if not _SHAPE.fullmatch(typed):
        raise InvalidIdentifier(FormatRule.CHARACTERS)
    classes = tuple(LicenceClass(code) for code in _CLASS.findall(typed))
    if len(set(classes)) != len(classes):
        raise InvalidIdentifier(FormatRule.DUPLICATE)
    if list(classes) != sorted(classes, key=_PRINTED.index):
        raise InvalidIdentifier(FormatRule.ORDER)
    return LicenceClasses(typed, classes)
