"""The physical condition that each class asks for (139 art. 11(2))."""

from datetime import date
from typing import Any

import pytest

from domain.identifiers.licence_classes import LicenceClass
from domain.services.blocks.medical.findings import Findings, LowerLimbs, UpperLimbs
from domain.services.blocks.medical.limits import fit_for

ALL = " ".join(LicenceClass)
NOBODY = ""
HEALTHY = Findings(
    height_cm=172,
    vision=(50, 50),
    visual_field=None,
    colour_vision=True,
    hearing=True,
    aid_used=False,
    upper_limbs=UpperLimbs.SOUND,
    lower_limbs=LowerLimbs.SOUND,
    trunk_neck=True,
)


@pytest.mark.parametrize(
    ("differs", "fit"),
    [
        ({}, ALL),
        ({"height_cm": 155}, ALL),
        ({"height_cm": 154}, "A1- A2- A3- B2- N-"),
        ({"height_cm": 149}, "A1- A2- A3- B1- B2- N-"),
        ({"vision": (49, 50)}, "A1- A2- A3- B1- B2- N- P-"),
        ({"vision": (49, 49)}, "A1- A2- A3- B1- B2- N- P-"),
        ({"vision": (48, 48)}, NOBODY),
        ({"vision": (48, 50)}, NOBODY),
        ({"vision": (48, 50), "visual_field": 149}, NOBODY),
        ({"vision": (0, 50), "visual_field": 150}, "C1 C2 C3 C4 C5"),
        ({"vision": (50, 48), "visual_field": 150}, "C1 C2 C3 C4 C5"),
        ({"vision": (48, 49), "visual_field": 180}, NOBODY),
        ({"colour_vision": False}, NOBODY),
        ({"hearing": False}, NOBODY),
        ({"aid_used": True}, "C1 C2"),
        ({"hearing": False, "aid_used": True}, NOBODY),
        ({"trunk_neck": False}, NOBODY),
        ({"upper_limbs": UpperLimbs.FINGERS_LOST}, "C1 C2 C3 C4 C5"),
        ({"upper_limbs": UpperLimbs.ONE_PALM_LOST}, "C5"),
        ({"upper_limbs": UpperLimbs.UNFIT}, NOBODY),
        ({"lower_limbs": LowerLimbs.LEFT_LOST}, "C2 C5"),
        ({"lower_limbs": LowerLimbs.RIGHT_OR_BOTH_LOST}, "C5"),
        ({"lower_limbs": LowerLimbs.UNFIT}, NOBODY),
        (
            {"upper_limbs": UpperLimbs.ONE_PALM_LOST, "lower_limbs": LowerLimbs.LEFT_LOST},
            "C5",
        ),
        (
            {"upper_limbs": UpperLimbs.ONE_PALM_LOST, "lower_limbs": LowerLimbs.RIGHT_OR_BOTH_LOST},
            NOBODY,
        ),
    ],
)
def test_a_class_asks_for_its_physical_condition(differs: dict[str, Any], fit: str) -> None:
    """A hyphen behind a class says that all others are fit for."""
    found = fit_for(HEALTHY._replace(**differs), tuple(LicenceClass), date(2020, 2, 24))
    if "-" in fit:
        lost = {code.rstrip("-") for code in fit.split()}
        assert {*LicenceClass} - {*found} == lost
    else:
        assert {*found} == {*fit.split()}


def test_only_the_classes_asked_about_are_answered() -> None:
    asked = (LicenceClass.A2, LicenceClass.D)
    assert fit_for(HEALTHY, asked, date(2020, 2, 24)) == asked
