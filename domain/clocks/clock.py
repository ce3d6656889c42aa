"""The clocks by name. The names are stored in events and shown in queues, so they stay."""

from domain.choice import Choice


class Clock(Choice):
    """Most clocks have their term in ``table.TERMS``, the others in the module of their subject."""

    ACCEPT_1 = "ACCEPT_1", "车辆管理所受理申请", "acceptance by the office"
    CORRECTION_NOTICE = "CORRECTION_NOTICE", "一次告知补正内容", "the notice of what to correct"
    CORRECTION_REPLY = "CORRECTION_REPLY", "申请人提交补正材料", "the applicant's correction"
    DECIDE = "DECIDE", "车辆管理所作出办理决定", "the decision of the office"
    DELIVER_10 = "DELIVER_10", "颁发、送达牌证", "delivery of the plates or document"
    POST_HANDOVER = "POST_HANDOVER", "牌证交寄", "handing over to the post"
    POST_TRANSIT = "POST_TRANSIT", "邮件送达", "arrival of the parcel"
    PICKUP_HOLD = "PICKUP_HOLD", "到窗口领取", "pick-up at the window"
    RETURN_HOLD = "RETURN_HOLD", "申请重新寄递或者改为领取", "a request to post again or to pick up"
    PAY_HOLD = "PAY_HOLD", "缴纳费用", "payment"
    RECON_APPLY = "RECON_APPLY", "申请行政复议", "an application for reconsideration"
    RECON_ACCEPT = (
        "RECON_ACCEPT",
        "决定是否受理行政复议申请",
        "the decision whether to hear the reconsideration",
    )
    RECON_DECIDE = "RECON_DECIDE", "作出行政复议决定", "the decision on the reconsideration"
    RECON_EXTENDED = (
        "RECON_EXTENDED",
        "延期后作出行政复议决定",
        "the decision on the reconsideration after its extension",
    )
    SUIT = "SUIT", "提起行政诉讼", "an administrative lawsuit"
    BAN_FALSE = (
        "BAN_FALSE",
        "因提供虚假材料不得申请的期限届满",
        "the end of the ban after false papers",
    )
    BAN_FRAUD = (
        "BAN_FRAUD",
        "因欺骗、贿赂等不得申请的期限届满",
        "the end of the ban after fraud or bribery",
    )
    TEMP_PLATE = "TEMP_PLATE", "临时行驶车号牌到期", "the end of the temporary plate"
    TEMP_PLATE_REISSUE = (
        "TEMP_PLATE_REISSUE",
        "补换领期间临时行驶车号牌到期",
        "the end of the temporary plate until the reissue",
    )
    INSP_OPEN = "INSP_OPEN", "可以申领检验合格标志", "the first day to ask for the inspection mark"
    INSP_DUE = "INSP_DUE", "机动车安全技术检验", "the inspection of the vehicle"
    INSP_EXEMPT = "INSP_EXEMPT", "申领免检标志", "the mark of an exempt vehicle"
    TRANSFER_30 = "TRANSFER_30", "申请转移登记", "registration in the name of the new owner"
    SCRAP_NOTICE = (
        "SCRAP_NOTICE",
        "通知机动车所有人办理报废注销登记",
        "the notice to have a worn-out vehicle deregistered",
    )
    PRESELECT_SESSION = "PRESELECT_SESSION", "完成本次选号", "the choice of a number in one session"
    PRESELECT_HOLD = "PRESELECT_HOLD", "使用预选号牌号码", "use of the reserved number"
    BLACKLIST = (
        "BLACKLIST",
        "网上预选号牌限制期满",
        "the end of the bar from choosing numbers online",
    )
    LIC_RENEW_OPEN = "LIC_RENEW_OPEN", "可以申请期满换证", "the first day of renewal"
    LIC_RENEW = "LIC_RENEW", "期满换领驾驶证", "renewal of the licence"
    LIC_RENEW_ONLINE = "LIC_RENEW_ONLINE", "网上申请换证截止", "the last day of renewal online"
    LIC_CANCEL_RENEW = (
        "LIC_CANCEL_RENEW",
        "逾期未换证注销驾驶证",
        "cancellation of the licence for want of renewal",
    )
    LIC_RESTORE = "LIC_RESTORE", "恢复驾驶资格", "restoration of the right to drive"
    LIC_REVIEW = "LIC_REVIEW", "驾驶证审验", "the review of the licence"
    LIC_MEDICAL = "LIC_MEDICAL", "提交身体条件证明", "the medical certificate"
    LIC_MEDICAL_C5 = (
        "LIC_MEDICAL_C5",
        "残疾人驾驶汽车的驾驶人提交身体条件证明",
        "the medical certificate of a driver with a disability",
    )
    LIC_CANCEL_MEDICAL = (
        "LIC_CANCEL_MEDICAL",
        "逾期未提交身体条件证明注销驾驶证",
        "cancellation of the licence for want of a medical certificate",
    )
    MEDICAL_CERT = "MEDICAL_CERT", "身体条件证明到期", "the end of the medical certificate"
    PHOTO = "PHOTO", "驾驶证照片到期", "the end of the licence photo"
    LIC_CHANGE_30 = (
        "LIC_CHANGE_30",
        "驾驶证信息变化或者损毁后申请换证",
        "replacement of a licence that is damaged or whose data have changed",
    )
    CONTACT_30 = "CONTACT_30", "联系方式变更备案", "filing of a changed contact"
    DEFER_APPLY = "DEFER_APPLY", "申请延期办理", "an application for deferral"
    DEFER_END = "DEFER_END", "延期办理到期", "the end of the deferral"
    POINTS_CYCLE = "POINTS_CYCLE", "记分周期结束", "the end of the points cycle"
    FULL_POINTS_15 = "FULL_POINTS_15", "接受满分教育", "education after twelve points"
    PROBATION = "PROBATION", "实习期届满", "the end of probation"
    OVERAGE_60 = "OVERAGE_60", "年满六十周岁", "the sixtieth birthday"
    OVERAGE_70 = "OVERAGE_70", "年满七十周岁", "the seventieth birthday"
    OVERAGE_NOTICE = (
        "OVERAGE_NOTICE",
        "提醒超龄换领驾驶证",
        "the reminder to exchange the licence at that age",
    )
    LEARNER_PERMIT = "LEARNER_PERMIT", "学习驾驶证明到期", "the end of the learner's permit"
    SUBJ2_WAIT = "SUBJ2_WAIT", "可以预约科目二考试", "the first day to book subject two"
    SUBJ3_WAIT = "SUBJ3_WAIT", "可以预约科目三考试", "the first day to book subject three"
    RETEST_WAIT = "RETEST_WAIT", "可以预约补考", "the first day to book a retest"
    EXAM_RESULT = "EXAM_RESULT", "公布考试预约结果", "the list of who may sit the exam"
    EXAM_RECORD = "EXAM_RECORD", "登记考试成绩", "entry of the result of the examination"
    EXAM_CANCEL = "EXAM_CANCEL", "取消考试预约", "cancellation of the exam booking"
    VIO_ENTER = "VIO_ENTER", "录入违法行为信息", "entry of a violation that a camera recorded"
    VIO_PUBLISH = "VIO_PUBLISH", "提供违法行为信息查询", "publication of the violation"
    VIO_COME = "VIO_COME", "接受违法行为处理", "coming to have the violation dealt with"
    VIO_COME_CAMERA = (
        "VIO_COME_CAMERA",
        "接受交通技术监控记录的违法行为处理",
        "coming to have a violation that a camera recorded dealt with",
    )
    VIO_POSTPONED = (
        "VIO_POSTPONED",
        "延期接受违法行为处理",
        "coming after a postponement to have the violation dealt with",
    )
    VIO_ANSWER = "VIO_ANSWER", "复核陈述申辩意见", "the answer to a statement in defence"
    FINE_DUE = "FINE_DUE", "缴纳罚款", "payment of the fine"
    FINE_ADD = "FINE_ADD", "加处罚款起算", "the additional penalty"
