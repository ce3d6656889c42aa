"""The sentences of the instruments 文书, as an office writes them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.case.instruments.kind import InstrumentKind
from domain.titles import Title

NUMBER: Final = Title("〔{year}〕第{reference}-{no}号", "No. {reference}-{no} of {year}")
ADDRESSED: Final = Title("{name}：", "{name}:")
APPLICANT: Final = Title("申请人", "The applicant")
"""Who is addressed when his name is no longer there to be read."""
SEAL: Final = Title("（业务专用章）", "(seal of the office)")
SCAN: Final = Title(
    "扫描二维码可以核验本文书的真伪和效力。",
    "Scan the code to verify that this paper is genuine and in force.",
)
CODE: Final = Title("核验码", "Code")
FALLEN: Final = Title("本文书已于{day}失效", "This paper has been void since {day}")
MASKED: Final = Title(
    "个人信息已脱敏。需要载明全部信息的文书，请持身份证明到窗口打印。",
    "Personal data is masked. The office prints a paper that shows all of it for whoever brings "
    "his identity card.",
)

SERVICE: Final = Title("业务名称", "Service")
REFERENCE: Final = Title("查询码", "Reference")
ACCEPTED_ON: Final = Title("受理日期", "Accepted on")
DECIDE_BY: Final = Title("办理期限", "Decided by")
REPLY_BY: Final = Title("补正期限", "Correct by")
UNTIL: Final = Title("延期至", "Deferred until")
BASE: Final = Title("原截止日", "Was due on")
VALID: Final = Title("有效期", "Valid")
GOOD_UNTIL: Final = Title("有效期至{day}", "Valid until {day}")
FROM_TO: Final = Title("{first}至{last}", "{first} to {last}")
PAPERS: Final = Title("收到的材料", "Papers received")
TELEPHONE: Final = Title("咨询电话", "Telephone")
PLACE: Final = Title("地址", "Address")
NOTE: Final = Title("经办人员说明：{note}", "The officer's words: {note}")
REFUND: Final = Title("已缴费用退还：{sum}。", "What goes back of what was paid: {sum}.")
BASIS: Final = Title("法律依据：{laws}。", "Legal ground: {laws}.")
DEFECT: Final = Title("{place}：{wrong}。{do}。", "{place}: {wrong}; {do}.")

_APPLIED: Final = Title(
    "你（单位）于{submitted}向我所提出“{service}”申请。",
    "On {submitted} you applied to this office for: {service}.",
)
OPENING: Final[Mapping[InstrumentKind, tuple[Title, ...]]] = MappingProxyType(
    {
        InstrumentKind.ACCEPTANCE_RECEIPT: (
            _APPLIED,
            Title(
                "经审查，申请事项属于本机关职权范围，申请材料齐全、符合法定形式。"
                "依照《行政许可法》第三十二条第一款第五项的规定，我所自{accepted}起予以受理，"
                "并将于{decide_by}前（含当日）作出决定。",
                "The matter is within the powers of this office, and the application is complete. "
                "Under article 32 of the Administrative Licensing Law it is accepted from "
                "{accepted}, and will be decided on {decide_by} at the latest.",
            ),
        ),
        InstrumentKind.CORRECTION_NOTICE: (
            _APPLIED,
            Title(
                "经审查，申请材料不齐全或者不符合法定形式。依照《行政许可法》"
                "第三十二条第一款第四项的规定，现将需要补正的全部内容一次告知如下：",
                "The application is incomplete or not in due form. Under article 32 of the "
                "Administrative Licensing Law you are told at once all that has to be corrected:",
            ),
        ),
        InstrumentKind.NON_ACCEPTANCE: (
            _APPLIED,
            Title(
                "经审查，该申请存在下列情形：",
                "The office has looked at it, and found:",
            ),
        ),
        InstrumentKind.REFUSAL: (
            _APPLIED,
            Title(
                "经审查，该申请不符合法定条件、标准，理由如下：",
                "The application does not meet the conditions of the law, for these reasons:",
            ),
        ),
        InstrumentKind.DEFERRAL: (
            _APPLIED,
            Title(
                "经审查，符合《机动车驾驶证申领和使用规定》（公安部令第139号）第七十三条的规定，"
                "准予延期至{until}。",
                "It meets article 73 of Order 139 on Driving Licences, and is granted until "
                "{until}.",
            ),
        ),
        InstrumentKind.TEMPORARY_PLATE: (
            Title(
                "准予下列机动车在有效期内凭本号牌上道路行驶。",
                "The vehicle below may be driven on the road with this plate while it is valid.",
            ),
        ),
    }
)
DEEMED: Final = Title(
    "我所在收到申请材料之日起五个工作日内未告知需要补正的内容。依照《行政许可法》"
    "第三十二条第一款第四项的规定，自{accepted}收到申请材料之日起即为受理，"
    "我所将于{decide_by}前（含当日）作出决定。",
    "This office named nothing to be corrected within five working days. Under article 32 of the "
    "Administrative Licensing Law the application therefore counts as accepted from {accepted}, "
    "the day of receipt, and will be decided on {decide_by} at the latest.",
)
CLOSING: Final[Mapping[InstrumentKind, tuple[Title, ...]]] = MappingProxyType(
    {
        InstrumentKind.ACCEPTANCE_RECEIPT: (
            Title(
                "凭查询码和身份证明号码后四位可以随时查询办理进度。",
                "With the reference and the last four characters of the ID number the progress "
                "can be looked up at any time.",
            ),
        ),
        InstrumentKind.CORRECTION_NOTICE: (
            Title(
                "请于{reply_by}前（含当日）补正。逾期未补正的，本次申请终止，你（单位）"
                "可以重新提出申请。期限依法延长的，以最新通知为准。",
                "Please supply it on {reply_by} at the latest. Otherwise the application ends, and "
                "you may apply anew. If the day is moved under the law, the last notice counts.",
            ),
        ),
        InstrumentKind.NON_ACCEPTANCE: (
            Title("现决定不予受理。", "It is therefore decided not to accept the application."),
        ),
        InstrumentKind.REFUSAL: (
            Title("现决定不予办理。", "It is therefore decided to refuse the application."),
        ),
        InstrumentKind.DEFERRAL: (
            Title(
                "延期期间不得驾驶机动车。",
                "No motor vehicle may be driven during the deferral.",
            ),
            Title(
                "请在延期届满前办理原事项；逾期未办理的，依照有关规定处理。",
                "Please do before it ends what was put off. What the law says of whoever is late "
                "applies from its end.",
            ),
        ),
        InstrumentKind.TEMPORARY_PLATE: (
            Title(
                "请将本号牌粘贴在车辆前风窗玻璃内侧不影响驾驶人视线的位置，并随车携带机动车交通事故"
                "责任强制保险凭证。有效期届满或者核发正式号牌后，本号牌作废。",
                "Put this plate behind the windscreen where it does not hinder the view, and carry "
                "the proof of compulsory insurance. It is void after its last day, and once the "
                "vehicle has its own plates.",
            ),
        ),
    }
)
VEHICLE: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "plate_no": Title("号牌号码", "Plate number"),
        "vin": Title("车辆识别代号", "VIN"),
        "engine_no": Title("发动机号码", "Engine number"),
        "brand_model": Title("厂牌型号", "Make and model"),
        "vehicle_type": Title("车辆类型", "Type of vehicle"),
    }
)
"""What tells one vehicle from another, by the fields of the forms."""
PERSON: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "name": Title("姓名（名称）", "Name"),
        "id_no": Title("身份证明号码", "ID number"),
    }
)
