"""Why a request to a network office centre is not granted."""

from dataclasses import dataclass

from domain.refusal import Conflict, Forbidden, Invalid


@dataclass(kw_only=True)
class NoCentre(Invalid):
    """The office is no network office centre, or the address names another than the body."""

    office: str


@dataclass(kw_only=True)
class CentreOfOthers(Forbidden):
    """The officer's office does not reach the centre."""

    office: str


@dataclass(kw_only=True)
class WorkRulesNotInForce(Conflict):
    """Only the newest version of the rules is read. 0 means that none was issued."""

    newest: int


@dataclass(kw_only=True)
class EquipmentNumberTaken(Conflict):
    """An item with this number is or was at the centre."""

    item: str


@dataclass(kw_only=True)
class EquipmentNotHere(Conflict):
    """No item with this number works at the centre. ``choices`` are those that do."""

    item: str
    choices: list[str]


@dataclass(kw_only=True)
class CentreIncidentUnclear(Invalid):
    """Too few staff is told by number and of no item, all else of an item and by no number."""

    kind: str


@dataclass(kw_only=True)
class CentreIncidentKnown(Conflict):
    """The same is reported already, and not remedied. ``incident`` is its number."""

    incident: int


@dataclass(kw_only=True)
class CentreIncidentNotOpen(Conflict):
    """No such incident is open. ``choices`` are the numbers of those that are."""

    incident: int
    choices: list[int]


@dataclass(kw_only=True)
class RemedyDoesNotFit(Invalid):
    """Equipment is not mended by people, nor the other way round."""

    choices: list[str]
