"""What people read about alarms."""

from typing import Final

from domain.alarms.state import AlarmStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in AlarmStage},
    events={
        "AlarmTakenOn": Title("告警已签收", "Alarm taken on"),
        "AlarmGivenBack": Title("告警已退回", "Alarm given back"),
    },
    fields={
        "region": Title("省辖市", "prefecture"),
        "figure": Title("指标", "figure"),
        "seen": Title("签收时数值", "figure when it was taken on"),
        "officer": Title("签收人工号", "officer"),
        "body": Title("签收单位", "office of the officer"),
        "taken_on": Title("签收日期", "taken on"),
        "instead_of": Title("原签收人工号", "officer before"),
    },
    commands={
        "TakeOnAlarm": Title("签收告警", "Take the alarm on"),
        "GiveAlarmBack": Title("退回告警", "Give the alarm back"),
    },
    refusals={
        "alarm-of-another-place": Explanation(
            Title("不属于本单位签收", "The alarm is not yours to take on"),
            Title(
                "各市告警由本市车辆管理所、支队值班领导或者交警总队签收，全省告警由交警总队签收。",
                "Those who lead the city, and the headquarters, take on its alarms. The"
                " headquarters alone take on those of the province.",
            ),
        ),
        "alarm-differs": Explanation(
            Title("地址与内容不一致", "The address names another alarm"),
            Title(
                "请求地址应当为 alarm 所列的告警名称。",
                "The address must end in the name that stands under alarm.",
            ),
        ),
    },
)
