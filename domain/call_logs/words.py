"""What people read for a telephone log."""

from typing import Final

from domain.call_logs.state import CallLogStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in CallLogStage},
    events={"CallDayRecorded": Title("登记当日话务", "Calls of a day taken over")},
    fields={
        "region": Title("市", "prefecture"),
        "office": Title("单位", "office"),
        "on": Title("日期", "day"),
        "offered": Title("来电数", "calls"),
        "answered": Title("接通数", "answered"),
        "waited_s": Title("等待总秒数", "seconds waited in all"),
    },
    commands={"RecordCallDays": Title("导入话务记录", "Take over calls")},
    refusals={
        "call-day-not-over": Explanation(
            Title("当日尚未结束", "The day is not over"),
            Title("请在次日导入当日话务。", "Import the calls of a day on the next day."),
        ),
        "call-day-of-another-prefecture": Explanation(
            Title("不是本市单位", "The office is of another prefecture"),
            Title(
                "一个文件只能包含同一市各单位的话务。",
                "A file has the calls of offices of one prefecture.",
            ),
        ),
        "calls-fewer-than-before": Explanation(
            Title("话务记录不完整", "The file is not the whole day"),
            Title(
                "已登记的当日来电多于本文件，请导出全天记录后再导入。",
                "More calls of the day are on record. Export the whole day, and import it then.",
            ),
        ),
    },
)
