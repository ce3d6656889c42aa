"""What a service ends in, and the way there.

A service of an archetype without a way is declared, and is not open: nobody can apply for it yet.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Archetype(StrEnum):
    """What the applicant has in the end, such as a document, a changed record or a later day."""

    DOCUMENT = "DOC"
    RECORD = "REC"
    DEFERRAL = "DEF"
    RESERVATION = "RSV"
    APPOINTMENT = "APT"
    PENALTY = "PEN"


AT_ONCE: Final = frozenset({Archetype.RESERVATION, Archetype.APPOINTMENT, Archetype.PENALTY})
"""What an officer need not review first: a number, an appointment, a penalty on the spot."""


class Route(StrEnum):
    """The way from approval to the end of the case."""

    DOCUMENT_BY_POST = "document_by_post"
    RECORD = "record"
    DEFERRAL = "deferral"
    PENALTY = "penalty"
    RESERVATION = "reservation"
    APPOINTMENT = "appointment"


ROUTES: Final[Mapping[Archetype, Route]] = MappingProxyType(
    {
        Archetype.DOCUMENT: Route.DOCUMENT_BY_POST,
        Archetype.RECORD: Route.RECORD,
        Archetype.DEFERRAL: Route.DEFERRAL,
        Archetype.PENALTY: Route.PENALTY,
        Archetype.RESERVATION: Route.RESERVATION,
        Archetype.APPOINTMENT: Route.APPOINTMENT,
    }
)
