"""What people read for the desk at which an office answers questions."""

from typing import Final

from domain.enquiry_desks.state import EnquiryDeskStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in EnquiryDeskStage},
    events={
        "EnquiryShiftBegun": Title("上岗接听咨询", "On shift"),
        "EnquiryShiftEnded": Title("离岗", "Off shift"),
        "EnquiryGiven": Title("咨询已分派", "Question given to a handler"),
        "EnquiryQueued": Title("暂无人在岗，咨询等候分派", "Question waits for somebody on shift"),
        "EnquiryTakenOff": Title("咨询已了结或转出", "Question no longer at the desk"),
    },
    fields={
        "office": Title("单位", "office"),
        "handler": Title("承办人工号", "handler"),
        "until": Title("在岗至", "until"),
        "topics": Title("熟悉的业务", "topics known well"),
        "enquiry": Title("咨询", "question"),
        "topic": Title("咨询类别", "topic"),
        "instead_of": Title("原承办人工号", "handler before"),
    },
    commands={
        "BeginEnquiryShift": Title("上岗", "Begin the shift"),
        "EndEnquiryShift": Title("离岗", "End the shift"),
        "GiveEnquiry": Title("分派咨询", "Give the question to a handler"),
        "TakeEnquiryOff": Title("撤出咨询", "Take the question off the desk"),
    },
    refusals={
        "enquiry-desk-of-others": Explanation(
            Title("不是本单位的咨询台", "The desk is that of another office"),
            Title(
                "只能在本单位及其下属单位的咨询台上岗。",
                "Come to the desk of your own office or of one below it.",
            ),
        ),
        "enquiry-desk-differs": Explanation(
            Title("地址与内容不一致", "The address names another office"),
            Title(
                "请求地址应当为 office 所列的单位代码。",
                "The address must end in the code that stands under office.",
            ),
        ),
        "enquiry-shift-too-long": Explanation(
            Title("在岗时间不正确", "That is no shift"),
            Title(
                "离岗时间应当晚于现在，且不超过 hours 小时。",
                "A shift ends after now, and within so many hours.",
            ),
        ),
    },
)
