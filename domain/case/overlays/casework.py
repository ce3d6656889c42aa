"""What follows for a case when its prefecture lets another office go on with all of an office."""

from typing import Final
from uuid import UUID

from domain.case.overlays.commands import FollowCasework
from domain.prefectures.events import CaseworkTransferred
from domain.prefectures.source import decision_named
from domain.reaction import DONE, BulkReaction, Cause
from domain.refusal import NotAtThisStage


def _goes_along(cause: Cause[CaseworkTransferred], case: UUID) -> FollowCasework:
    decided = cause.event
    return FollowCasework(
        from_office=decided.from_office,
        to_office=decided.to_office,
        reason=decided.reason,
        basis=decision_named(decided.region, cause.version),
    )


CASEWORK: Final = BulkReaction(
    name="case_follows_casework",
    on=CaseworkTransferred,
    then=_goes_along,
    refused={NotAtThisStage: DONE},
)
