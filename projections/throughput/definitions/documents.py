"""How finished documents reached the hands of the citizen."""

from typing import Final

from domain.titles import Title
from projections.throughput import measures
from projections.throughput.definitions.definition import Definition, Unit, When
from projections.throughput.durations import HANDOVER, PRODUCTION, TRANSIT

DOCUMENTS: Final = (
    Definition(
        "prod_time",
        Title("制证时长", "Production time"),
        Title(
            "自准予办理至制作完成的时长。",
            "Measures the time from approval until the document is produced.",
        ),
        Unit.ELAPSED_HOURS,
        measures=(PRODUCTION.name,),
    ),
    Definition(
        "handover_time",
        Title("交寄时长", "Hand-over time"),
        Title(
            "自制作完成至交付寄递的时长。",
            "Measures the time from the finished document until it is handed to the post.",
        ),
        Unit.ELAPSED_HOURS,
        measures=(HANDOVER.name,),
    ),
    Definition(
        "transit_time",
        Title("寄递时长", "Transit time"),
        Title(
            "自交付寄递至妥投的时长。",
            "Measures the time from the hand-over to the post until delivery.",
        ),
        Unit.ELAPSED_HOURS,
        measures=(TRANSIT.name,),
    ),
    Definition(
        "delivery_rate",
        Title("妥投率", "Delivery rate"),
        Title(
            "当日首次交寄的邮件中，首次寄递即妥投的所占比例。",
            "Divides those of the parcels first posted on a day that arrived by that post by all"
            " first posted on it.",
        ),
        Unit.SHARE,
        When.COHORT,
        measures=(
            measures.DELIVERED_FIRST_POST,
            measures.HANDED_OVER,
            measures.HANDED_OVER_PENDING,
        ),
    ),
    Definition(
        "return_rate",
        Title("退件率", "Return rate"),
        Title(
            "当日首次交寄的邮件中，首次寄递被退回的所占比例。",
            "Divides those of the parcels first posted on a day that came back from that post by"
            " all first posted on it.",
        ),
        Unit.SHARE,
        When.COHORT,
        measures=(
            measures.RETURNED_FIRST_POST,
            measures.HANDED_OVER,
            measures.HANDED_OVER_PENDING,
        ),
    ),
    Definition(
        "repost_rate",
        Title("再次交寄率", "Repost rate"),
        Title(
            "当日退回的邮件中，再次交寄的所占比例。",
            "Divides those of the parcels returned on a day that were posted again by all returned"
            " on it.",
        ),
        Unit.SHARE,
        When.COHORT,
        measures=(measures.REPOSTED, measures.RETURNED, measures.RETURNED_PENDING),
    ),
    Definition(
        "pickup_rate",
        Title("自取率", "Pick-up rate"),
        Title(
            "自行领取的件数占自行领取与邮寄妥投件数之和的比例。",
            "Divides the documents picked up by all that were picked up or delivered by post.",
        ),
        Unit.SHARE,
        measures=(measures.PICKED_UP, measures.DELIVERED),
    ),
)
