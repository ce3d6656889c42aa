"""How offices are supervised, and how much agencies do for them. They are told by city, apart."""

from typing import Final

from domain.titles import Title
from projections.throughput.definitions.definition import Definition, Unit
from projections.throughput.definitions.making import CountByKind, Share

WARNED: Final = "supervision_warned"
AFTER_HOURS: Final = "after_hours"
ONE_MOBILE: Final = "one_mobile"
OFTEN_REISSUED: Final = "often_reissued"
COMPLETED: Final = "completed_everywhere"
BY_AGENCIES: Final = "completed_by_agencies"
_PLACES: Final = ("region",)

OPERATION: Final = (
    Definition(
        "agency_share",
        Title("社会代办率", "Share of agencies"),
        Title(
            "登记服务站和警邮网点的办结件数占全部办结件数的比例。",
            "Divides the cases completed by registration service stations and post offices by all"
            " that were completed.",
        ),
        Unit.SHARE,
        dimensions=_PLACES,
        made=Share((BY_AGENCIES,), (COMPLETED,)),
    ),
    Definition(
        "supervision",
        Title("监管预警量", "Warnings of supervision"),
        Title(
            "同一人频繁补领、同一手机号办理多件、非工作时间审批等异常情形的预警条数。",
            "Counts the warnings of unusual patterns: frequent reissue for one person, many cases"
            " from one mobile number, approvals after hours.",
        ),
        dimensions=_PLACES,
        made=CountByKind(WARNED),
    ),
)
