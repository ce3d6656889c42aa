"""Events at a network office centre. These names and fields are stored for ever.

Officers are named by their accounts, as in every envelope.
"""

from datetime import date

from domain.centres.choices import CentreIncidentKind, CentreRemedy, CentreShift, EquipmentKind
from domain.message import Event


class CentreEvent(Event, frozen=True, kw_only=True):
    """Something that happened at the centre ``office``."""

    office: str


class WorkRulesIssued(CentreEvent, frozen=True, kw_only=True):
    """The centre works by this version of its rules from ``effective_on`` on. The first is 1."""

    version: int
    document_no: str
    effective_on: date


class WorkRulesRead(CentreEvent, frozen=True, kw_only=True):
    """An officer says that he has read a version of the rules."""

    version: int
    reader: str


class CentreShiftRostered(CentreEvent, frozen=True, kw_only=True):
    """These officers work on the shift of a day, and nobody who stood on it before."""

    day: date
    shift: CentreShift
    officers: tuple[str, ...]


class EquipmentRegistered(CentreEvent, frozen=True, kw_only=True):
    """An item with this number works at the centre, in good condition."""

    item: str
    equipment: EquipmentKind


class CentreIncidentReported(CentreEvent, frozen=True, kw_only=True):
    """From now on so many of the officers on each shift are ``lacking``, or the item is old or
    faulty. Incidents are numbered from 1.
    """

    incident: int
    kind: CentreIncidentKind
    lacking: int = 0
    item: str = ""


class CentreIncidentRemedied(CentreEvent, frozen=True, kw_only=True):
    """The incident is over by this remedy."""

    incident: int
    kind: CentreIncidentKind
    remedy: CentreRemedy
    item: str = ""
