"""Numbers chosen in advance, appointments and examinations: how often they come to their end."""

from typing import Final

from domain.titles import Title
from projections.throughput import measures
from projections.throughput.definitions.definition import PLACES, Definition, Unit, When
from projections.throughput.definitions.making import Count, Share

RESERVATIONS: Final = (
    Definition(
        "presel_confirm_rate",
        Title("预选号牌确认率", "Confirmed plate reservations"),
        Title(
            "当日预选的号牌中，办理登记予以确认的所占比例。",
            "Divides the plate numbers reserved on the day that were confirmed at registration by"
            " all that were reserved on it.",
        ),
        Unit.SHARE,
        When.COHORT,
        dimensions=PLACES,
        made=Share(
            (measures.RESERVED_CONFIRMED,), (measures.NUMBER_RESERVED,), measures.RESERVED_PENDING
        ),
    ),
    Definition(
        "presel_lapse_rate",
        Title("预选号牌失效率", "Lapsed plate reservations"),
        Title(
            "当日预选的号牌中，逾期未办理登记而失效的所占比例。",
            "Divides the plate numbers reserved on the day that lapsed by all that were reserved on"
            " it.",
        ),
        Unit.SHARE,
        When.COHORT,
        dimensions=PLACES,
        made=Share(
            (measures.RESERVED_LAPSED,), (measures.NUMBER_RESERVED,), measures.RESERVED_PENDING
        ),
    ),
    Definition(
        "noshow_rate",
        Title("爽约率", "No-show rate"),
        Title(
            "已确认的检验、换牌预约中，爽约人次占爽约与到场办理人次之和的比例；爽约于预约日结束时计入，"
            "办理机关取消的不计入。",
            "Divides the confirmed appointments to which nobody came by all that were kept or"
            " missed. One is missed when its day is over. What the office cancels does not count.",
        ),
        Unit.SHARE,
        dimensions=PLACES,
        made=Share(
            (measures.APPOINTMENT_MISSED,),
            (measures.APPOINTMENT_MISSED, measures.APPOINTMENT_KEPT),
        ),
    ),
    Definition(
        "exam_absence_rate",
        Title("缺考率", "Absence from examinations"),
        Title(
            "登记的考试结果中缺考所占的比例。",
            "Divides the examinations from which the learner was absent by all to which somebody"
            " was called.",
        ),
        Unit.SHARE,
        dimensions=PLACES,
        made=Share((measures.EXAM_ABSENT,), measures.EXAM_CALLED),
    ),
    Definition(
        "exam_pass_rate",
        Title("考试合格率", "Examinations passed"),
        Title(
            "登记的考试结果中合格所占的比例，缺考按不合格计；按科目、考场和驾校分列的合格率按月公布。",
            "Divides the examinations that were passed by all to which somebody was called; absence"
            " counts as not passed. By subject, site and school it is published for every month.",
        ),
        Unit.SHARE,
        dimensions=PLACES,
        made=Share((measures.EXAM_PASSED,), measures.EXAM_CALLED),
    ),
    Definition(
        "exam_cancel_epidemic",
        Title("因疫情取消考试量", "Examinations cancelled by the epidemic"),
        Title(
            "因疫情取消的考试预约人次，不计入考试次数。",
            "Counts the booked examinations that the epidemic cancelled; they use up no attempt.",
        ),
        dimensions=PLACES,
        made=Count((measures.EXAM_CANCELLED_EPIDEMIC,)),
    ),
)
