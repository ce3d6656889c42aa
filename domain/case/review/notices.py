"""What people are told in this chapter, beside its events."""

from typing import Any, Final

from domain.case.review import events
from domain.case.state import Case
from domain.telling import Telling
from domain.titles import Title

TELLS: Final[tuple[Telling[Case, Any], ...]] = (
    Telling(events.CaseApproved, Title("准予办理。", "Approved.")),
    Telling(
        events.CaseRefused,
        Title(
            "不予办理，理由见进度查询。不服的，可在{reconsider_by}前（含当日）申请行政复议，"
            "或者在{sue_by}前（含当日）提起行政诉讼。",
            "Refused; tracking tells why. You may ask for reconsideration by {reconsider_by}, or "
            "sue by {sue_by}.",
        ),
    ),
    Telling(
        events.DeferralGranted,
        Title("已延期至{until}。", "It is put off until {until}."),
    ),
    Telling(
        events.TempPlateIssued,
        Title(
            "临时行驶车号牌已核发，有效期至{valid_to}。",
            "The temporary plate is issued. It is valid until {valid_to}.",
        ),
    ),
)
