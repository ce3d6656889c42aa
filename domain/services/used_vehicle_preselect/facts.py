"""The facts of a number chosen for a used vehicle that are stored in the clear."""

from typing import Annotated

from domain.choice import Choice
from domain.services.number_choice.facts import NumberFacts
from domain.services.used_vehicle_preselect import words


class TransferKind(Choice):
    """Whether the vehicle stays in the prefecture or comes from another."""

    LOCAL_TRANSFER = "local_transfer", "本地二手车过户", "transfer within the prefecture"
    MOVE_IN = "move_in", "异地转入", "moving in from elsewhere"


class UsedVehiclePreselectFacts(
    NumberFacts, frozen=True, kw_only=True, tag="used_vehicle_preselect"
):
    transfer_kind: Annotated[TransferKind, words.TRANSFER_KIND]
