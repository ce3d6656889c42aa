"""How finished documents reached the hands of the citizen."""

from typing import Final

from domain.titles import Title
from projections.throughput import measures
from projections.throughput.definitions.definition import Definition, Unit, When
from projections.throughput.definitions.making import Count, CountByKind, Share, Spread
from projections.throughput.durations import HANDOVER, PRODUCTION, TRANSIT

DOCUMENTS: Final = (
    Definition(
        "n_handed_over",
        Title("首次交寄量", "First posted"),
        Title(
            "当日首次交付寄递的件数。",
            "Counts the documents that were handed to the post for the first time.",
        ),
        made=Count((measures.HANDED_OVER,)),
    ),
    Definition(
        "n_delivered",
        Title("妥投量", "Delivered"),
        Title(
            "当日妥投的件数，不论何时交寄。",
            "Counts the documents that the post delivered, whenever they were posted.",
        ),
        made=Count((measures.DELIVERED,)),
    ),
    Definition(
        "n_returned",
        Title("退件量", "Returned"),
        Title(
            "当日被退回的件数，不论何时交寄。",
            "Counts the documents that came back from the post, whenever they were posted.",
        ),
        made=Count((measures.RETURNED,)),
    ),
    Definition(
        "return_reasons",
        Title("退件原因", "Reasons for a return"),
        Title(
            "当日被退回的件数，按退回前最后一次投递未成功的原因分列。",
            "Counts the documents that came back by why the post last could not deliver them.",
        ),
        made=CountByKind(measures.RETURNED_FOR),
    ),
    Definition(
        "n_posted_again",
        Title("再次交寄量", "Posted again"),
        Title(
            "当日退回后再次交寄的件数，不论何时退回。",
            "Counts the documents that were posted again, whenever they had come back.",
        ),
        made=Count((measures.POSTED_AGAIN,)),
    ),
    Definition(
        "n_picked_up",
        Title("自取量", "Picked up"),
        Title(
            "当日由群众自行领取的件数。",
            "Counts the documents that the citizen picked up.",
        ),
        made=Count((measures.PICKED_UP,)),
    ),
    Definition(
        "prod_time",
        Title("制证时长", "Production time"),
        Title(
            "自准予办理至制作完成的时长。",
            "Measures the time from approval until the document is produced.",
        ),
        Unit.ELAPSED_HOURS,
        made=Spread(PRODUCTION),
    ),
    Definition(
        "handover_time",
        Title("交寄时长", "Hand-over time"),
        Title(
            "自制作完成至交付寄递的时长。",
            "Measures the time from the finished document until it is handed to the post.",
        ),
        Unit.ELAPSED_HOURS,
        made=Spread(HANDOVER),
    ),
    Definition(
        "transit_time",
        Title("寄递时长", "Transit time"),
        Title(
            "自交付寄递至妥投的时长。",
            "Measures the time from the hand-over to the post until delivery.",
        ),
        Unit.ELAPSED_HOURS,
        made=Spread(TRANSIT),
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
        made=Share(
            (measures.DELIVERED_FIRST_POST,),
            (measures.HANDED_OVER,),
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
        made=Share(
            (measures.RETURNED_FIRST_POST,),
            (measures.HANDED_OVER,),
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
        made=Share((measures.REPOSTED,), (measures.RETURNED,), measures.RETURNED_PENDING),
    ),
    Definition(
        "pickup_rate",
        Title("自取率", "Pick-up rate"),
        Title(
            "自行领取的件数占自行领取与邮寄妥投件数之和的比例。",
            "Divides the documents picked up by all that were picked up or delivered by post.",
        ),
        Unit.SHARE,
        made=Share((measures.PICKED_UP,), (measures.PICKED_UP, measures.DELIVERED)),
    ),
)
