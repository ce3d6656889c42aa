"""What people are told in this chapter, beside its events."""

from typing import Any, Final

from domain.case.remedies import events
from domain.case.state import Case
from domain.telling import Telling
from domain.titles import Title

TELLS: Final[tuple[Telling[Case, Any], ...]] = (
    Telling(
        events.ReconsiderationDecided,
        Title("行政复议结果：{outcome}。", "The reconsideration has ended: {outcome}."),
    ),
    Telling(
        events.CaseReopened,
        Title(
            "因{cause}重新办理，将于{decide_by}前作出决定。",
            "It is handled anew ({cause}). The office decides by {decide_by}.",
        ),
    ),
    Telling(
        events.DecisionRevoked,
        Title(
            "原准予决定已撤销，核发的牌证作废。不服的，可在{reconsider_by}前（含当日）申请行政复议，"
            "或者在{sue_by}前（含当日）提起行政诉讼。",
            "The approval was revoked, and what was handed out is void. You may ask for "
            "reconsideration by {reconsider_by}, or sue by {sue_by}.",
        ),
    ),
)
