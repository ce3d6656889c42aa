"""The physical condition that each class asks for (139 art. 11(2), and since 2022 162 art. 14)."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from domain.dated import Dated, Rule
from domain.identifiers.licence_classes import LicenceClass
from domain.services.blocks.medical.findings import Findings, LowerLimbs, UpperLimbs

_ALL: Final = frozenset(LicenceClass)


def _classes(text: str) -> frozenset[LicenceClass]:
    return frozenset(LicenceClass(code) for code in text.split())


@dataclass(frozen=True, slots=True)
class PhysicalLimits:
    """Heights are in centimetres, vision in tenths, the visual field in degrees.

    ``sharp`` asks for ``sharp_vision`` of both eyes, every other class for ``vision``.
    ``one_eye`` is satisfied with one eye of ``sharp_vision`` and a wide field, ``with_aid`` with
    hearing by an aid.
    """

    heights: Mapping[LicenceClass, int]
    vision: int
    sharp_vision: int
    sharp: frozenset[LicenceClass]
    one_eye: frozenset[LicenceClass]
    visual_field: int
    with_aid: frozenset[LicenceClass]
    upper_limbs: Mapping[UpperLimbs, frozenset[LicenceClass]]
    lower_limbs: Mapping[LowerLimbs, frozenset[LicenceClass]]


_139: Final = PhysicalLimits(
    heights=MappingProxyType(
        {**dict.fromkeys(_classes("A1 A2 A3 B2 N"), 155), LicenceClass.B1: 150}
    ),
    vision=49,
    sharp_vision=50,
    sharp=_classes("A1 A2 A3 B1 B2 N P"),
    one_eye=_classes("C1 C2 C3 C4 C5"),
    visual_field=150,
    with_aid=_classes("C1 C2"),
    upper_limbs=MappingProxyType(
        {
            UpperLimbs.SOUND: _ALL,
            UpperLimbs.FINGERS_LOST: _classes("C1 C2 C3 C4 C5"),
            UpperLimbs.ONE_PALM_LOST: _classes("C5"),
            UpperLimbs.UNFIT: frozenset(),
        }
    ),
    lower_limbs=MappingProxyType(
        {
            LowerLimbs.SOUND: _ALL,
            LowerLimbs.LEFT_LOST: _classes("C2 C5"),
            LowerLimbs.RIGHT_OR_BOTH_LOST: _classes("C5"),
            LowerLimbs.UNFIT: frozenset(),
        }
    ),
)
LIMITS: Final = Dated("medical_limits", Rule(_139, date(2016, 4, 1), "139:11(2)"))


def _tall_enough(found: Findings, limits: PhysicalLimits, wanted: LicenceClass) -> bool:
    return found.height_cm >= limits.heights.get(wanted, 0)


def _sees(found: Findings, limits: PhysicalLimits, wanted: LicenceClass) -> bool:
    weaker, better = sorted(found.vision)
    if weaker >= (limits.sharp_vision if wanted in limits.sharp else limits.vision):
        return True
    return (
        wanted in limits.one_eye
        and better >= limits.sharp_vision
        and (found.visual_field or 0) >= limits.visual_field
    )


def _tells_colours(found: Findings, limits: PhysicalLimits, wanted: LicenceClass) -> bool:
    return found.colour_vision


def _hears(found: Findings, limits: PhysicalLimits, wanted: LicenceClass) -> bool:
    return found.hearing and (not found.aid_used or wanted in limits.with_aid)


def _moves(found: Findings, limits: PhysicalLimits, wanted: LicenceClass) -> bool:
    """Whoever lacks a palm needs at least his right leg, for C5 too."""
    if (
        found.upper_limbs is UpperLimbs.ONE_PALM_LOST
        and found.lower_limbs is LowerLimbs.RIGHT_OR_BOTH_LOST
    ):
        return False
    return (
        found.trunk_neck
        and wanted in limits.upper_limbs[found.upper_limbs]
        and wanted in limits.lower_limbs[found.lower_limbs]
    )


_CONDITIONS: Final[tuple[Callable[[Findings, PhysicalLimits, LicenceClass], bool], ...]] = (
    _tall_enough,
    _sees,
    _tells_colours,
    _hears,
    _moves,
)


def fit_for(
    found: Findings, classes: Collection[LicenceClass], day: date
) -> tuple[LicenceClass, ...]:
    """Those of the classes for which the findings are good enough, by the limits of the day."""
    limits = LIMITS.on(day)
    return tuple(
        wanted
        for wanted in classes
        if all(condition(found, limits, wanted) for condition in _CONDITIONS)
    )
