"""What the window services of learners are about, and of whoever has a licence from elsewhere."""

from dataclasses import replace
from typing import Final

from domain.services.checks.application import (
    IDENTITY,
    NO_OPEN_DUPLICATE,
    OWNERSHIP,
    TRUE_MATERIAL,
)
from domain.services.checks.licence import LICENCE_STATE, PHOTO
from domain.services.choices import Capacity
from domain.services.service import Group, Subject
from domain.services.window.checks import applicant, exam, learner
from domain.services.window.driver_matters import LICENCE
from domain.services.window.matter import FormPart, Matter
from domain.services.window.originals import Original

EXAM: Final = Matter(
    group=Group.LICENCE,
    subject=Subject.MATTER,
    parts=frozenset({FormPart.EXAM}),
    originals=(Original.IDENTITY, Original.LEARNER_PERMIT),
    capacities=(Capacity.LEARNER, Capacity.DRIVER),
    checks=(exam.ON_PERMIT, exam.IN_ORDER, exam.STILL_OPEN, NO_OPEN_DUPLICATE),
)
BEGINNER: Final = Matter(
    group=Group.LICENCE,
    subject=Subject.LICENCE,
    parts=frozenset({FormPart.WANTED_CLASS}),
    originals=(Original.IDENTITY, Original.MEDICAL),
    capacities=(Capacity.LEARNER,),
    first_licence=True,
    checks=(
        applicant.PERSON,
        learner.OF_AGE,
        learner.WITHOUT_LICENCE,
        learner.FIRST_CLASS,
        learner.NO_LEARNER_YET,
        learner.FIT,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
)
"""Somebody who learns to drive."""
FURTHER: Final = replace(
    LICENCE,
    parts=frozenset({FormPart.LICENCE, FormPart.WANTED_CLASS}),
    originals=(*LICENCE.originals, Original.MEDICAL),
    capacities=(Capacity.DRIVER,),
    checks=(
        IDENTITY,
        OWNERSHIP,
        LICENCE_STATE,
        learner.OF_AGE,
        learner.ANOTHER_CLASS,
        learner.NO_LEARNER_YET,
        learner.FIT,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
)
"""A driver who learns to drive something else."""
CONVERTED: Final = replace(
    BEGINNER,
    parts=frozenset({FormPart.TARGET_CLASSES}),
    originals=(Original.IDENTITY, Original.OTHER_LICENCE, Original.MEDICAL),
    capacities=(Capacity.DRIVER,),
    checks=(
        applicant.PERSON,
        learner.OF_AGE,
        learner.WITHOUT_LICENCE,
        learner.EXAMINED,
        learner.FIT,
        PHOTO,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
)
"""The holder of a military or a foreign licence."""
