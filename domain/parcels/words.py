"""What people read for a parcel."""

from typing import Final

from domain.parcels.state import ParcelStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in ParcelStage},
    events={
        "ParcelPrepared": Title("牌证制作完成，待封装", "Made, and to be posted"),
        "ParcelEnclosed": Title("牌证已封装", "Enclosed"),
        "ParcelHandedOver": Title("已与邮政交接", "Handed over to the carrier"),
        "ItemScanned": Title("邮件运输中", "Seen on its way"),
        "ItemDeliveryFailed": Title("邮件投递未成功", "Delivery attempt failed"),
        "ItemReturned": Title("邮件已退回", "Returned to the office"),
        "ItemDelivered": Title("邮件已签收", "Delivered and signed for"),
        "ParcelReposted": Title("邮件重新寄递", "Posted again"),
        "ParcelChangedToPickup": Title("邮件改为窗口领取", "Changed to pick-up"),
        "ParcelCalledOff": Title("寄递已取消", "Posting called off"),
        "ParcelOverdue": Title("邮件逾期，待查询", "Late; somebody has to ask"),
        "CaseFoundElsewhere": Title(
            "案件状态与邮件轨迹不符", "The case stands elsewhere than the scan says"
        ),
        "IrregularityCleared": Title("邮件异常已核实", "Irregularity cleared"),
    },
    fields={
        "ask_again_on": Title("再次查询日期", "asked about again after"),
        "by_office": Title("由单位登记", "written down by the office"),
        "carrier": Title("承运单位", "carrier"),
        "case": Title("案件", "case"),
        "clearing": Title("核实结果", "what was found out"),
        "clock": Title("时限", "clock"),
        "collected_fen": Title("代收费用", "collected"),
        "destination": Title("寄达地", "sent to"),
        "document_no": Title("内件编号", "number of what is in it"),
        "due_on": Title("到期日", "was due on"),
        "expected_by": Title("预计到达日", "expected by"),
        "hand_over_by": Title("应交寄日期", "to be handed over by"),
        "handed_over_at": Title("交寄时间", "handed over at"),
        "id_seen": Title("已核验身份证", "identity card seen"),
        "irregularity": Title("异常类别", "irregularity"),
        "item_no": Title("邮件号码", "item number"),
        "manifest": Title("交接清单号", "manifest"),
        "office": Title("单位", "office"),
        "place": Title("地点", "place"),
        "posting": Title("寄递次数", "posting"),
        "prepared_on": Title("制作日期", "made on"),
        "reason": Title("原因", "reason"),
        "refusal": Title("案件未变更原因", "why the case did not follow"),
        "scan": Title("轨迹编号", "id of the scan"),
        "scanned_at": Title("扫描时间", "scanned at"),
        "scans": Title("相关轨迹", "scans that show it"),
        "signatory": Title("签收人", "signed by"),
        "status": Title("邮件状态", "status"),
    },
    commands={
        "PrepareParcel": Title("安排寄递", "Have it posted"),
        "EncloseParcel": Title("封装", "Enclose it"),
        "HandOverParcel": Title("与邮政交接", "Hand it over"),
        "RecordItemScan": Title("登记邮件轨迹", "Record a parcel scan"),
        "CopyItemScan": Title("同步邮件轨迹", "Copy what the office wrote down"),
        "RepostParcel": Title("重新寄递", "Post it again"),
        "KeepForPickup": Title("改为窗口领取", "Keep it for pick-up"),
        "CallOffParcel": Title("取消寄递", "Call the posting off"),
        "PassDeadline": Title("时限届满", "Let the deadline pass"),
        "ReportCaseElsewhere": Title("报告案件状态不符", "Report that the case stands elsewhere"),
        "ClearIrregularity": Title("核实邮件异常", "Clear an irregularity"),
    },
    refusals={
        "place-unknown": Explanation(
            Title("没有该行政区划", "No such place"),
            Title(
                "请填写河南省省辖市、县（市、区）的六位行政区划代码，例如郑州市为 410100，"
                "郑州市金水区为 410105。",
                "Give the six-digit code of a prefecture, district or county of Henan "
                "(GB/T 2260), such as 410100 for Zhengzhou or 410105 for its Jinshui district.",
            ),
        ),
        "scan-incomplete": Explanation(
            Title("轨迹信息不完整或者不相称", "The scan lacks something, or says too much"),
            Title(
                "投递未成功须填写原因（reason），妥投须填写签收人（signatory）；"
                "是否核验身份证、代收费用仅随妥投填写。请更正 pointer 所指的项目。",
                "A failed delivery states its reason, and a delivery its signatory; whether the "
                "identity card was seen and what was collected go with a delivery only. Correct "
                "the field at the pointer.",
            ),
        ),
        "scan-differs": Explanation(
            Title("该轨迹编号已登记其他内容", "The id of the scan stands for something else"),
            Title(
                "同一轨迹编号只能对应一次扫描；另一次扫描请使用新的编号。",
                "An id means one scan. Another scan has another id.",
            ),
        ),
        "enclosed-otherwise": Explanation(
            Title("该件已用其他邮件号码封装", "It is enclosed under another number"),
            Title("请核对信封上的邮件号码。", "Look at the number on the envelope and use that."),
        ),
        "irregularity-not-open": Explanation(
            Title("没有待核实的该类异常", "Nothing of the kind is open"),
            Title(
                "该异常已经核实，或者邮件已有新的轨迹。请重新查看。",
                "It was cleared before, or the parcel has been seen since. Look again.",
            ),
        ),
    },
)
