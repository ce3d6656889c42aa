"""The grounds of :mod:`domain.case.reasons` in words.

One value has one wording wherever it stands; two lists that share a value mean
the same by it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title

REASONS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "missing": Title("未提供", "missing"),
        "unreadable": Title("不清晰，无法辨认", "not legible"),
        "expired": Title("已过有效期", "no longer valid"),
        "mismatch": Title("与登记信息不一致", "does not match the register"),
        "wrong_kind": Title("材料种类不符", "not the paper that is asked for"),
        "bad_photo": Title("照片不符合标准", "the photo does not meet the standard"),
        "not_signed": Title("未签字或者未盖章", "not signed or sealed"),
        "suspicion": Title("存在疑问，需要当面核实", "a doubt to be settled in person"),
        "photo": Title("需要现场采集照片", "a photo to be taken at the window"),
        "plate_mounting": Title("需要现场安装号牌", "plates to be mounted at the office"),
        "office_suspended": Title("窗口业务暂停", "window business is suspended"),
        "awaiting_check": Title("等待核查结果", "waiting for the result of a check"),
        "system_down": Title("系统故障", "system failure"),
        "relief": Title("疫情防控期间延期措施", "epidemic relief"),
        "correction": Title("等待补正", "waiting for a correction"),
        "on_site": Title("现场办理", "at the window"),
        "ambulance": Title("救护车", "ambulance"),
        "rescue_vehicle": Title("救援车辆", "rescue vehicle"),
        "medical_supplies": Title("防疫物资运输", "transport of medical supplies"),
        "epidemic_staff": Title("疫情防控工作人员", "staff of epidemic control"),
        "production_resumption": Title("企业复工复产", "resumption of production"),
        "other": Title("其他情形", "another ground"),
        "jurisdiction": Title("管辖原因", "competence"),
        "load": Title("均衡业务量", "work load"),
        "equipment_fault": Title("设备故障", "equipment fault"),
        "absent": Title("收件人不在", "the recipient was not there"),
        "refused": Title("收件人拒收", "the recipient refused it"),
        "wrong_address": Title("地址有误", "wrong address"),
        "area_closed": Title(
            "所在区域封闭管理，邮件暂存邮局", "area closed; kept at the post office"
        ),
        "collected": Title("邮政已收寄", "collected by the post"),
        "departed": Title("离开处理中心", "left the sorting centre"),
        "arrived": Title("到达处理中心", "reached the sorting centre"),
        "out_for_delivery": Title("正在派送", "out for delivery"),
        "returned": Title("已交回", "handed in"),
        "lost": Title("声明遗失", "declared lost"),
        "upheld": Title("维持原决定", "decision upheld"),
        "revoked": Title("撤销原决定", "decision revoked"),
        "changed": Title("变更原决定", "decision changed"),
        "confirmed_unlawful": Title("确认违法", "found unlawful"),
        "ordered": Title("责令履行", "ordered to act"),
        "withdrawn": Title("撤回复议申请", "reconsideration withdrawn"),
        "reconsideration": Title("行政复议决定", "decision on reconsideration"),
        "court_judgment": Title("人民法院判决", "judgment of the court"),
        "own_correction": Title("车辆管理所自行纠正", "correction by the office itself"),
        "document_error": Title("牌证内容有误", "error in the document"),
        "declined": Title("银行拒绝支付", "declined by the bank"),
        "timed_out": Title("支付超时", "timed out"),
        "cancelled": Title("支付已取消", "cancelled by the payer"),
        "register": Title("登记信息", "the register"),
        "documents": Title("申请材料", "the papers supplied"),
    }
)
