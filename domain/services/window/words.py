"""The words of the windows."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.services.blocks.appointment.words import TEXTS as APPOINTMENT_TEXTS
from domain.services.blocks.declaration.words import TEXTS as DECLARATION_TEXTS
from domain.services.blocks.vehicle.words import PLATE_TEXTS
from domain.services.blocks.violation import TEXTS as VIOLATION_TEXTS
from domain.services.window.originals import Original
from domain.titles import Title

BUSINESS: Final = Title("窗口业务", "window service")
ORIGINALS: Final = Title("出示的原件", "originals shown")
COUNTER: Final = Title("受理窗口", "window")
NEW_VEHICLE: Final = Title("未注册登记的机动车", "vehicle not registered yet")
VEHICLE: Final = Title("机动车", "vehicle")
REGISTRATION: Final = Title("注册登记事项", "registration")
INSPECTED_ON: Final = Title("检验合格证明的检验日期", "passed its inspection on")
CANCELLED_FOR: Final = Title("注销原因", "why it is cancelled")
NEW_PLATE_KIND: Final = Title("新核发号牌的种类", "kind of the plate that it gets")
NEW_PLATE: Final = Title("新核发的号牌", "number that it gets")
EXAM: Final = Title("考试", "examination")
EXAM_SUBJECT: Final = Title("考试科目", "subject")
EXAM_PASSED: Final = Title("考试合格", "examination passed")
PERMIT_NO: Final = Title("学习驾驶证明编号", "number of the learner's permit")
EXAM_CLASS: Final = Title("考试车型", "class")
SITE: Final = Title("考场", "examination site")
SAT_ON: Final = Title("考试日期", "date of the examination")
SCORE: Final = Title("考试成绩", "score")
FIRST_REGISTERED_ON: Final = Title("初次登记日期", "first registered on")
ALTERED: Final = Title("变更登记事项", "change of the vehicle")
ALTERATION: Final = Title("变更事项", "what has changed")
CORRECTED: Final = Title("更正登记事项", "correction of the register")
MOVES_TO: Final = Title("转入地（行政区划代码）", "moves to (code of the region)")
MOVES_THERE: Final = Title("转入地", "moves to")
NEW_USE: Final = Title("变更后的使用性质", "use after the change")
VEHICLE_TYPE: Final = Title("车辆类型", "type of the vehicle")
SEATS: Final = Title("核定载人数", "seats")
WANTED_CLASS: Final = Title("申请准驾车型", "class applied for")
REPORT: Final = Title("安全技术检验报告", "inspection report")
STATION: Final = Title("检验机构", "inspection station")
TESTED_ON: Final = Title("检验日期", "inspected on")
PASSED: Final = Title("检验合格", "inspection passed")
PENALTY: Final = Title("违法处理决定", "decision of the violation")
PENALTY_KIND: Final = Title("处罚种类", "kind of penalty")
STAYS_UNTIL: Final = Title("有效期至", "good until")
ENERGY: Final = Title("能源种类", "energy")
MADE_ON: Final = Title("出厂日期", "made on")
INSURED_FROM: Final = Title("交强险起期", "insured from")
INSURED_UNTIL: Final = Title("交强险止期", "insured until")

EXAM_TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "permit_no_characters": Title(
            zh="学习驾驶证明编号只能由字母和数字组成，请对照学习驾驶证明核对。",
            en="The number of a learner's permit has letters and digits only. Please check it.",
        ),
        "place_unknown": APPOINTMENT_TEXTS["place_unknown"],
        "in_future": DECLARATION_TEXTS["in_future"],
    }
)
ENTRY_TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "in_future": DECLARATION_TEXTS["in_future"],
        "nothing_corrected": Title(
            zh="请至少填写一项需要更正的登记事项。",
            en="Please enter at least one thing that is to be corrected.",
        ),
    }
)
REPORT_TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "place_unknown": APPOINTMENT_TEXTS["place_unknown"],
        "in_future": DECLARATION_TEXTS["in_future"],
    }
)
PENALTY_TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        **VIOLATION_TEXTS,
        "in_future": DECLARATION_TEXTS["in_future"],
        "fine_missing": Title(
            zh="处罚种类为罚款的，请填写罚款金额。", en="A fine has an amount. Please enter it."
        ),
        "fine_with_warning": Title(
            zh="处罚种类为警告的，不得填写罚款金额。",
            en="A warning comes without a fine. Enter no amount, or another kind.",
        ),
    }
)
REGISTRATION_TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        **PLATE_TEXTS,
        "in_future": DECLARATION_TEXTS["in_future"],
        "policy_days": Title(
            zh="交强险止期不得早于起期，请对照保险凭证核对。",
            en="The insurance cannot end before it begins. Compare the days with the policy.",
        ),
    }
)
TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "channel_not_window": Title(
            zh="窗口受理的业务，办理渠道应当为窗口、延时服务窗口或者应急办。",
            en="What is taken in at a window has the channel of a window, or that of emergencies.",
        ),
        "capacity_of_service": Title(
            zh="申请人身份与该业务不符，请核对由谁申请。",
            en="Nobody applies for this service in that capacity. Please check who applies.",
        ),
        "reissue_in_person": Title(
            zh="补领机动车登记证书应当由机动车所有人本人申请，不得委托代理人。",
            en="A lost registration certificate is reissued on the owner's own application only.",
        ),
        "in_future": DECLARATION_TEXTS["in_future"],
        "stay_is_over": Title(
            zh="入境批准的停留期限已经届满，不予核发。请核对入境批准文件。",
            en="The stay that was approved is over. Please check the approval of the entry.",
        ),
        "stay_too_long": Title(
            zh="有效期应当与入境批准文件一致，且最长不得超过三个月，请核对。",
            en="It is good for as long as the entry was approved, and for three months at most. "
            "Please check the day.",
        ),
        "plate_kept": Title(
            zh="转移登记应当确定新的机动车号牌号码，不得与原号牌号码相同。",
            en="With its transfer a vehicle gets another number. This is the one that it has.",
        ),
        "plate_elsewhere": Title(
            zh="新号牌号码的发牌机关代号与登记地不一致，请核对。",
            en="The number is not of the prefecture where the vehicle is registered. "
            "Please check it.",
        ),
        "moves_nowhere": Title(
            zh="转入地不得是机动车现在的登记地，请核对。",
            en="The vehicle is registered there already. Please check where it moves to.",
        ),
        "original_twice": Title(
            zh="同一种原件只填写一次，请删除重复项。",
            en="Name each original once. Please remove the other.",
        ),
        **{
            f"original_missing_{each}": Title(
                zh=f"未出示：{each.zh}。请核验原件后再受理。",
                en=f"Not shown: {each.en}. See the original before taking it in.",
            )
            for each in Original
        },
    }
)
