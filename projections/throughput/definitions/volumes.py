"""How many cases came in, were decided and ended, and by which channel."""

from typing import Final

from domain.case.stage import Stage
from domain.titles import Title
from projections.throughput import measures
from projections.throughput.definitions.definition import (
    DAILY,
    STANDING,
    Definition,
    Unit,
    When,
)
from projections.throughput.plain import HELD, SUBMITTED

_ALL_CHANNELS: Final = tuple(name for name in DAILY if name != "channel")

VOLUMES: Final = (
    Definition(
        "n_submitted",
        Title("申请量", "Submitted"),
        Title("当日提交的申请件数。", "Counts the cases that were submitted."),
        measures=(SUBMITTED,),
    ),
    Definition(
        "n_accepted",
        Title("受理量", "Accepted"),
        Title(
            "当日受理的件数，含逾期未告知而视为受理的。",
            "Counts the cases that were accepted, or deemed accepted because the office was late.",
        ),
        measures=(measures.ACCEPTED,),
    ),
    Definition(
        "n_completed",
        Title("办结量", "Completed"),
        Title("当日办结的件数。", "Counts the cases that were completed."),
        measures=(Stage.COMPLETED,),
    ),
    Definition(
        "n_refused",
        Title("不予办理量", "Refused"),
        Title("当日以不予办理终结的件数。", "Counts the cases that ended with a refusal."),
        measures=(Stage.REFUSED,),
    ),
    Definition(
        "n_not_accepted",
        Title("不予受理量", "Not accepted"),
        Title("当日决定不予受理的件数。", "Counts the cases that the office declined to accept."),
        measures=(Stage.NOT_ACCEPTED,),
    ),
    Definition(
        "n_withdrawn",
        Title("撤回量", "Withdrawn"),
        Title("当日由申请人撤回的件数。", "Counts the cases that the applicant withdrew."),
        measures=(Stage.WITHDRAWN,),
    ),
    Definition(
        "n_lapsed",
        Title("逾期终止量", "Lapsed"),
        Title(
            "当日因申请人逾期而终止的件数。",
            "Counts the cases that ended because the applicant let a time limit pass.",
        ),
        measures=(Stage.LAPSED,),
    ),
    Definition(
        "online_total_since",
        Title("在线办理累计", "Online in total"),
        Title(
            "自起算日起经网页和手机客户端申请并已受理的累计件数。",
            "Counts the cases from the website and the app that were accepted since a given day.",
        ),
        measures=(measures.ACCEPTED,),
    ),
    Definition(
        "channel_share",
        Title("渠道占比", "Share of a channel"),
        Title(
            "某一渠道的办结件数占同类业务全部办结件数的比例。",
            "Divides the cases completed by one channel by all that were completed of the same"
            " services.",
        ),
        Unit.SHARE,
        measures=(Stage.COMPLETED,),
    ),
    Definition(
        "online_rate",
        Title("网办率", "Online rate"),
        Title(
            "网页和手机客户端的办结件数占全部办结件数的比例。",
            "Divides the cases completed by website and app by all that were completed.",
        ),
        Unit.SHARE,
        dimensions=_ALL_CHANNELS,
        measures=(Stage.COMPLETED,),
    ),
    Definition(
        "agency_share",
        Title("社会代办率", "Share of agencies"),
        Title(
            "登记服务站和警邮网点的办结件数占全部办结件数的比例。",
            "Divides the cases completed by registration service stations and post offices by all"
            " that were completed.",
        ),
        Unit.SHARE,
        dimensions=_ALL_CHANNELS,
    ),
    Definition(
        "backlog",
        Title("积压量", "Backlog"),
        Title("当日24时尚未终结的件数。", "Counts the cases that were open at the end of the day."),
        when=When.END_OF_DAY,
        measures=tuple(HELD.values()),
    ),
    Definition(
        "backlog_overdue",
        Title("逾期积压量", "Overdue backlog"),
        Title(
            "尚未终结且已超过当前办理期限的件数，暂缓办理的不计。",
            "Counts the open cases of which the day that is waited for has passed; cases on hold"
            " are left out.",
        ),
        when=When.AT_PRESENT,
        dimensions=STANDING,
        measures=(measures.DUE,),
    ),
    Definition(
        "backlog_age",
        Title("积压时长分布", "Age of the backlog"),
        Title(
            "尚未终结的件数，按提交以来的工作日分为0至1、2至3、4至7、8至15和15日以上五档。",
            "Counts the open cases by working days since submission: 0 to 1, 2 to 3, 4 to 7,"
            " 8 to 15, and more than 15.",
        ),
        when=When.AT_PRESENT,
        dimensions=STANDING,
        measures=(measures.WAITING,),
    ),
)
