"""What people read about the precautions in halls."""

from typing import Final

from domain.hall_measures.state import HallMeasuresStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in HallMeasuresStage},
    events={
        "HallMeasuresDecided": Title("已决定大厅防控措施", "Precautions in halls decided"),
    },
    fields={
        "region": Title("省辖市", "prefecture"),
        "effective_on": Title("生效日期", "takes effect on"),
        "staff_temperature": Title("工作人员测温", "temperature of the staff"),
        "checks_before_opening": Title("晨检后方可开门", "no opening before the checks"),
        "limited_hall": Title("大厅限流", "limit of people in the hall"),
        "body": Title("决定机关", "deciding body"),
        "reason": Title("理由", "reason"),
    },
    commands={
        "DecideHallMeasures": Title("决定大厅防控措施", "Decide on precautions in halls"),
    },
    refusals={
        "measures-of-the-detachment": Explanation(
            Title("应当由市公安局交警支队决定", "The traffic police detachment decides"),
            Title(
                "大厅防控措施由本市公安局交警支队或者省公安厅交警总队决定，请核对省辖市代码和本人单位。",
                "The detachment of the city or the headquarters decide about its halls. Check "
                "the code of the prefecture and your own office.",
            ),
        ),
        "measures-of-the-past": Explanation(
            Title("生效日期已过", "The day of effect has passed"),
            Title(
                "生效日期不得早于今天，请更正。",
                "A decision takes effect today or later. Please correct the day.",
            ),
        ),
    },
)
