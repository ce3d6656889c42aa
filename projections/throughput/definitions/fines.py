"""Fines: what was decided, what came in, and what is owed. They are told of penalty decisions."""

from typing import Final

from domain.titles import Title
from projections.throughput.definitions.definition import Definition, Unit, When
from projections.throughput.definitions.making import Amount, Count, Share

DECIDED: Final = "fine_decided"
DECIDED_ONLINE: Final = "fine_decided_online"
PAID: Final = "fine_paid"
PAID_ONLINE: Final = "fine_paid_online"
PAID_FEN: Final = "fine_paid_fen"
ADDED_FEN: Final = "fine_added_fen"
DUE: Final = "fine_due"
DUE_FEN: Final = "fine_due_fen"
OVERDUE: Final = "fine_overdue"
OVERDUE_FEN: Final = "fine_overdue_fen"
_PLACES: Final = ("region",)

FINES: Final = (
    Definition(
        "fines_decided",
        Title("处罚决定量", "Penalties decided"),
        Title(
            "当日作出的处罚决定件数；其后撤销的，不从当日扣除。",
            "Counts the penalty decisions of the day, also those that were revoked later.",
        ),
        dimensions=_PLACES,
        made=Count((DECIDED,)),
    ),
    Definition(
        "violations_online_rate",
        Title("违法网上处理率", "Violations handled online"),
        Title(
            "网上处理的交通违法占全部处理的交通违法的比例。",
            "Divides the traffic violations handled online by all that were handled.",
        ),
        Unit.SHARE,
        dimensions=_PLACES,
        made=Share((DECIDED_ONLINE,), (DECIDED,)),
    ),
    Definition(
        "fines_paid",
        Title("罚款缴纳量", "Fines paid"),
        Title("当日缴纳的罚款笔数。", "Counts the fines that were paid on the day."),
        dimensions=_PLACES,
        made=Count((PAID,)),
    ),
    Definition(
        "fines_paid_online",
        Title("网上缴纳罚款量", "Fines paid online"),
        Title("网上缴纳的罚款笔数。", "Counts the fines that were paid online."),
        dimensions=_PLACES,
        made=Count((PAID_ONLINE,)),
    ),
    Definition(
        "fines_paid_amount",
        Title("实缴罚款额", "Amount paid"),
        Title(
            "当日缴纳的罚款和加处罚款金额合计。",
            "Adds up the fines paid on the day and what was added to those that were late.",
        ),
        Unit.FEN,
        dimensions=_PLACES,
        made=Amount((PAID_FEN,)),
    ),
    Definition(
        "fines_added_amount",
        Title("实缴加处罚款额", "Additional penalties paid"),
        Title(
            "当日缴纳的金额中，因逾期加处的罚款。",
            "Adds up what was added to the fines paid on the day because they were late.",
        ),
        Unit.FEN,
        dimensions=_PLACES,
        made=Amount((ADDED_FEN,)),
    ),
    Definition(
        "fines_due",
        Title("待缴罚款量", "Fines not late yet"),
        Title(
            "已送达、尚未超过缴纳期限的罚款笔数。",
            "Counts the fines that are to be paid and not late yet.",
        ),
        when=When.END_OF_DAY,
        dimensions=_PLACES,
        made=Count((DUE,)),
    ),
    Definition(
        "fines_due_amount",
        Title("待缴罚款额", "Amount not late yet"),
        Title(
            "已送达、尚未超过缴纳期限的罚款金额。",
            "Adds up the fines that are to be paid and not late yet.",
        ),
        Unit.FEN,
        When.END_OF_DAY,
        _PLACES,
        Amount((DUE_FEN,)),
    ),
    Definition(
        "fines_overdue",
        Title("逾期未缴罚款量", "Overdue fines, by number"),
        Title(
            "超过缴纳期限仍未缴纳的罚款笔数。",
            "Counts the fines that were not paid within the time limit.",
        ),
        when=When.END_OF_DAY,
        dimensions=_PLACES,
        made=Count((OVERDUE,)),
    ),
    Definition(
        "fine_overdue_amount",
        Title("逾期未缴罚款额", "Overdue fines"),
        Title(
            "超过缴纳期限仍未缴纳的罚款和截至当日的加处罚款金额合计。",
            "Adds up the fines that were not paid within the time limit, with what is added to "
            "them up to the day.",
        ),
        Unit.FEN,
        When.END_OF_DAY,
        _PLACES,
        Amount((OVERDUE_FEN,)),
    ),
)
