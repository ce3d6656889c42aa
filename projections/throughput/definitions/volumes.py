"""How many cases came in, were decided and ended."""

from typing import Final

from domain.case.stage import Stage
from domain.titles import Title
from projections.throughput import measures
from projections.throughput.definitions.definition import Definition
from projections.throughput.definitions.making import Count
from projections.throughput.plain import MOVED_IN, MOVED_OUT, REOPENED, SUBMITTED

VOLUMES: Final = (
    Definition(
        "n_submitted",
        Title("申请量", "Submitted"),
        Title("当日提交的申请件数。", "Counts the cases that were submitted."),
        made=Count((SUBMITTED,)),
    ),
    Definition(
        "n_reopened",
        Title("重新办理量", "Reopened"),
        Title(
            "当日对已终结事项重新办理，或者撤销原决定另行终结的件数。",
            "Counts the cases that had ended and were taken up again, or whose end was changed.",
        ),
        made=Count((REOPENED,)),
    ),
    Definition(
        "n_moved_in",
        Title("转入量", "Moved in"),
        Title(
            "当日自其他单位转入，或者由普通办理转入绿色通道的件数。",
            "Counts the cases that came from another office, or from the ordinary cases into the"
            " green channel.",
        ),
        made=Count((MOVED_IN,)),
    ),
    Definition(
        "n_accepted",
        Title("受理量", "Accepted"),
        Title(
            "当日受理的件数，含逾期未告知而视为受理的。",
            "Counts the cases that were accepted, or deemed accepted because the office was late.",
        ),
        made=Count((measures.ACCEPTED,)),
    ),
    Definition(
        "n_decided",
        Title("决定量", "Decided"),
        Title(
            "当日作出准予或者不予办理决定的件数。",
            "Counts the decisions for and against the applicant.",
        ),
        made=Count((measures.DECIDED,)),
    ),
    Definition(
        "n_completed",
        Title("办结量", "Completed"),
        Title("当日办结的件数。", "Counts the cases that were completed."),
        made=Count((Stage.COMPLETED,)),
    ),
    Definition(
        "n_refused",
        Title("不予办理量", "Refused"),
        Title("当日以不予办理终结的件数。", "Counts the cases that ended with a refusal."),
        made=Count((Stage.REFUSED,)),
    ),
    Definition(
        "n_not_accepted",
        Title("不予受理量", "Not accepted"),
        Title("当日决定不予受理的件数。", "Counts the cases that the office declined to accept."),
        made=Count((Stage.NOT_ACCEPTED,)),
    ),
    Definition(
        "n_withdrawn",
        Title("撤回量", "Withdrawn"),
        Title("当日由申请人撤回的件数。", "Counts the cases that the applicant withdrew."),
        made=Count((Stage.WITHDRAWN,)),
    ),
    Definition(
        "n_lapsed",
        Title("逾期终止量", "Lapsed"),
        Title(
            "当日因申请人逾期而终止的件数。",
            "Counts the cases that ended because the applicant let a time limit pass.",
        ),
        made=Count((Stage.LAPSED,)),
    ),
    Definition(
        "n_moved_out",
        Title("转出量", "Moved out"),
        Title(
            "当日转往其他单位，或者由普通办理转往绿色通道的件数。",
            "Counts the cases that went to another office, or left the ordinary cases for the"
            " green channel.",
        ),
        made=Count((MOVED_OUT,)),
    ),
)
