"""What the window services of drivers, learners and users are about."""

from dataclasses import replace
from typing import Final

from domain.services.checks import medical
from domain.services.checks.application import (
    IDENTITY,
    NO_OPEN_DUPLICATE,
    OWNERSHIP,
    TRUE_MATERIAL,
)
from domain.services.checks.licence import LICENCE_STATE, MEDICAL, PHOTO, STILL_A_LICENCE
from domain.services.checks.violation import VIOLATION_KNOWN
from domain.services.choices import Capacity
from domain.services.licence_document.age_checks import (
    FIT_FOR_TARGET,
    FITTING_CLASSES,
    OF_AGE,
    SOMETHING_LEFT,
)
from domain.services.licence_document.checks import NOT_EXPIRED
from domain.services.licence_document.renewal_checks import (
    BELOW_AGE_LIMIT,
    WINDOW_NOT_CLOSED,
    WINDOW_OPEN,
)
from domain.services.service import Group, Subject
from domain.services.window.checks import applicant, learner, licence
from domain.services.window.matter import FormPart, Matter
from domain.services.window.originals import Original

_OF_A_PERSON: Final = (Capacity.DRIVER, Capacity.AGENT)
LICENCE: Final = Matter(
    group=Group.LICENCE,
    subject=Subject.LICENCE,
    parts=frozenset({FormPart.LICENCE}),
    originals=(Original.IDENTITY, Original.LICENCE),
    capacities=_OF_A_PERSON,
    checks=(IDENTITY, OWNERSHIP, STILL_A_LICENCE, NO_OPEN_DUPLICATE, TRUE_MATERIAL),
)
CARD: Final = replace(
    LICENCE,
    parts=frozenset({FormPart.LICENCE, FormPart.REISSUE}),
    originals=(Original.IDENTITY,),
    checks=(
        IDENTITY,
        OWNERSHIP,
        licence.LICENCE_STATE,
        NOT_EXPIRED,
        PHOTO,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
)
"""A licence that is made anew, in the states in which that is done online (139 art. 63)."""
RENEWED: Final = replace(
    LICENCE,
    checks=(
        IDENTITY,
        OWNERSHIP,
        licence.RENEWABLE,
        WINDOW_OPEN,
        WINDOW_NOT_CLOSED,
        BELOW_AGE_LIMIT,
        MEDICAL,
        PHOTO,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
)
"""A licence that expires, as it is renewed online (139 art. 57)."""
_OTHER_CLASSES: Final = (FIT_FOR_TARGET, PHOTO, NO_OPEN_DUPLICATE, TRUE_MATERIAL)
OVER_AGE: Final = replace(
    LICENCE,
    parts=frozenset({FormPart.LICENCE, FormPart.TARGET_CLASSES}),
    checks=(
        IDENTITY,
        OWNERSHIP,
        licence.EXCHANGEABLE,
        OF_AGE,
        SOMETHING_LEFT,
        FITTING_CLASSES,
        *_OTHER_CLASSES,
    ),
)
"""A licence of which age takes a class, as it is exchanged online (139 art. 59)."""
LOWERED: Final = replace(
    OVER_AGE,
    checks=(IDENTITY, OWNERSHIP, licence.EXCHANGEABLE, licence.LOWER, *_OTHER_CLASSES),
)
"""A licence whose holder wishes, or for his health can only have, lower classes."""
REVIEW: Final = replace(
    LICENCE,
    checks=(
        IDENTITY,
        OWNERSHIP,
        licence.REVIEWABLE,
        licence.REVIEW_OWED,
        licence.EDUCATED,
        MEDICAL,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
)
"""A licence whose holder is reviewed 审验 (139 art. 70)."""
TAUGHT: Final = replace(
    LICENCE,
    checks=(
        IDENTITY,
        OWNERSHIP,
        STILL_A_LICENCE,
        licence.OVER_SCORE,
        licence.TAUGHT,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
)
"""A licence whose holder has twelve points or more (RTSR art. 24)."""
CERTIFIED: Final = replace(
    LICENCE,
    parts=frozenset({FormPart.LICENCE, FormPart.CLASSES, FormPart.EXAMINATION}),
    originals=(*LICENCE.originals, Original.MEDICAL),
    checks=(
        IDENTITY,
        OWNERSHIP,
        STILL_A_LICENCE,
        medical.HOSPITAL,
        medical.AFTER_THE_CYCLE,
        medical.FIT,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
)
"""A licence whose holder owes a medical certificate (139 art. 72), as he files it online."""
MOVED: Final = replace(
    LICENCE,
    originals=(*LICENCE.originals, Original.MEDICAL),
    checks=(
        IDENTITY,
        OWNERSHIP,
        LICENCE_STATE,
        licence.OF_ANOTHER_OFFICE,
        MEDICAL,
        PHOTO,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
)
"""A licence that another office of the province keeps (139 art. 58)."""
RESTORED: Final = replace(
    LICENCE,
    originals=(Original.IDENTITY,),
    checks=(
        IDENTITY,
        OWNERSHIP,
        licence.RESTORABLE,
        licence.MADE_UP,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
)
"""A licence that was cancelled and may be restored (139 art. 77)."""
BUS_DRIVER: Final = replace(
    LICENCE,
    originals=(*LICENCE.originals, Original.MEDICAL),
    checks=(
        IDENTITY,
        OWNERSHIP,
        LICENCE_STATE,
        learner.BUS_DRIVER,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
)
"""A driver who is to drive children."""
PERSON: Final = Matter(
    group=Group.LICENCE,
    subject=Subject.LICENCE,
    capacities=(Capacity.LEARNER, Capacity.DRIVER),
    checks=(applicant.PERSON, NO_OPEN_DUPLICATE, TRUE_MATERIAL),
)
VISITOR: Final = replace(
    PERSON,
    parts=frozenset({FormPart.STAYS_UNTIL}),
    originals=(Original.IDENTITY, Original.OTHER_LICENCE, Original.ENTRY_APPROVAL),
    capacities=(Capacity.DRIVER,),
)
"""Somebody from abroad who drives for a while. He has no licence here."""
ACCOUNT: Final = replace(
    PERSON,
    capacities=(Capacity.OWNER, Capacity.DRIVER, Capacity.LEARNER, Capacity.AGENT),
    units=True,
)
"""A user who is verified face to face 面签, for himself or for a unit."""
VIOLATION: Final = Matter(
    group=Group.VIOLATION,
    subject=Subject.MATTER,
    parts=frozenset({FormPart.PENALTY}),
    originals=(Original.IDENTITY, Original.LICENCE, Original.NOTICE),
    capacities=(Capacity.DRIVER,),
    checks=(applicant.PERSON, VIOLATION_KNOWN, NO_OPEN_DUPLICATE),
)
