"""What people are told of single window services beside the line of the table."""

from typing import Final

from domain.titles import Title

BY_THE_RULES: Final = Title("按规定时限办理", "within the time prescribed")
EXAM_TERM: Final = Title("考试结束后公布成绩", "the result is told after the examination")
LOCAL_FEE: Final = Title("按当地收费标准", "by the local tariff")
PRICE_OF_THE_STATION: Final = Title(
    "以检验机构公示的收费标准为准", "the price that the station displays"
)
FINE: Final = Title(
    "办理不收费；处以罚款的，按照处罚决定缴纳", "free; a fine is paid as the decision says"
)
IF_OVERDUE: Final = Title(
    "超过检验有效期的：机动车安全技术检验合格证明和交强险凭证",
    "if the inspection is overdue: the certificate of the inspection, and the insurance policy",
)
IF_TESTED: Final = Title(
    "不属于免予安全技术检验的：机动车安全技术检验合格证明",
    "if it is not exempt from the inspection: the certificate of the inspection",
)
NEW_ONES_LATER: Final = Title(
    "未注册登记的机动车，在申请注册登记时一并查验",
    "a vehicle that is not registered is checked when its registration is applied for",
)
MARKING: Final = Title(
    "救护车应当按照规定喷涂标志图案，安装警报器、标志灯具（《道路交通安全法》第十五条）",
    "An ambulance has its marking, siren and lamps as prescribed (Road Traffic Safety Law art. 15)",
)
STILL_THERE: Final = Title(
    "未灭失、丢失的机动车登记证书、号牌、行驶证",
    "the certificate, the plates and the driving permit that are still there",
)
IF_SCRAPPED: Final = Title(
    "报废的：报废机动车回收证明", "if it is scrapped: the receipt of the recycling company"
)
IF_NOT_SCRAPPED: Final = Title(
    "灭失、因故不在我国境内使用或者因质量问题退车的：相应的证明、凭证",
    "if it is lost, has left the country or was returned: the proof of that",
)
CANCELLED: Final = Title(
    "收回机动车登记证书、号牌、行驶证，办理注销登记",
    "the certificate, the plates and the permit are taken in, and the registration is cancelled",
)
GIVEN_UP: Final = Title("收回并注销机动车驾驶证", "the licence is taken in and cancelled")
IF_NOT_SENT: Final = Title(
    "身体条件证明未由医疗机构上传的：身体条件证明",
    "if the hospital has not sent it: the medical certificate",
)
ONLY_REISSUE: Final = Title(
    "本项办理遗失补领（公安部令第139号第六十三条）和损毁换领（第六十条）；有效期满、达到规定年龄的，"
    "分别申请期满换领、超龄换领，身体条件变化的，申请降低准驾车型",
    "This is for licences that are lost (Order 139 art. 63) or damaged (art. 60). For one that "
    "expires or a class that ends with age apply for that exchange, for a change of health for "
    "lower classes",
)
CHANGED: Final = Title(
    "在登记证书上签注变更事项，收回并重新核发行驶证",
    "the certificate is endorsed, the driving permit is taken in and another one is issued",
)
IF_PARTS_CHANGED: Final = Title(
    "更换发动机、车身、车架或者整车的：来历证明和合格证明；改变使用性质的：相应证明",
    "if engine, body, frame or the whole vehicle is another one: its proof of origin and its "
    "certificate; for another use: the proof of that",
)
MOVED_OUT: Final = Title(
    "在登记证书上签注转出事项，收回号牌、行驶证，将密封的机动车档案交机动车所有人",
    "the certificate is endorsed, plates and driving permit are taken in, and the owner gets the "
    "sealed file of the vehicle",
)
CORRECTED: Final = Title(
    "更正登记信息，在登记证书上签注", "the record is put right, and the certificate is endorsed"
)
OTHER_NUMBER: Final = Title(
    "收回原号牌、行驶证，确定新的号牌号码，在登记证书上签注转移事项",
    "the plates and the driving permit are taken in, the vehicle gets another number, and the "
    "certificate is endorsed",
)
MORTGAGED: Final = Title(
    "将抵押权人和抵押登记日期录入登记信息，在登记证书上签注",
    "the mortgagee and the day are entered in the register, and the certificate is endorsed",
)
RELEASED: Final = Title(
    "将解除抵押登记日期录入登记信息，在登记证书上签注",
    "the day of the release is entered in the register, and the certificate is endorsed",
)
IF_JUDGED: Final = Title(
    "人民法院调解、裁定、判决解除抵押的：生效的法律文书和协助执行通知书",
    "if a court has lifted the mortgage: its effective decision and the notice to assist",
)
MOVED_IN: Final = Title(
    "在登记证书上签注转入信息，核发号牌、行驶证和检验合格标志",
    "the certificate is endorsed, and plates, driving permit and inspection mark are issued",
)
SIT: Final = Title(
    "凭身份证明、学习驾驶证明到考场参加考试",
    "Come to the site with your identity document and the learner's permit, and sit it",
)
SIGNED: Final = Title(
    "考试成绩由考试员签字后录入", "The result is entered once the examiner has signed it"
)
CHECKED: Final = Title("登记查验结果", "the result of the check is recorded")
INSPECTED: Final = Title(
    "登记检验结果；检验合格的，申领检验合格标志",
    "the result is recorded; for a vehicle that has passed the mark is applied for",
)
PENALISED: Final = Title(
    "作出警告或者罚款的处罚决定；罚款另行缴纳",
    "a warning or a fine is decided; the fine is paid separately",
)
ONLY_FINES: Final = Title(
    "本项办理警告、罚款；暂扣、吊销驾驶证的处罚另行依法办理",
    "This is for warnings and fines; a licence is suspended or revoked by a procedure of its own",
)
VERIFIED: Final = Title("登记面签结果", "the result of the verification is recorded")
UNTIL_THE_STAY_ENDS: Final = Title(
    "有效期与入境批准文件一致，最长不超过三个月，期满不予延期",
    "It is good for as long as the entry was approved, for three months at most, and not extended",
)
ADMITTED: Final = Title(
    "登记为考生；科目一考试合格后一日内核发学习驾驶证明",
    "you are on record as a learner; the learner's permit follows a day after subject one",
)
RESTORED: Final = Title(
    "恢复驾驶资格；驾驶证有效期已满的，自恢复之日起重新计算有效期",
    "The right to drive is restored; if the term is over, another one begins that day",
)
MAY_DRIVE_BUSES: Final = Title(
    "在登记信息中签注准许驾驶校车", "the record says that the holder may drive school buses"
)
RESERVED_ONLINE: Final = Title(
    "已在网上选定新能源汽车号牌号码的，换发时启用该号码；原号牌当场交回",
    "A number that was chosen online is given with the exchange; the old plates are handed in",
)
