"""The closed lists of an enquiry: how it comes, what it is about, and what came of it."""

from domain.choice import Choice


class EnquiryChannel(Choice):
    """How a question reaches the office."""

    TELEPHONE = "telephone", "电话", "telephone"
    COUNTER = "counter", "窗口", "counter"
    PAGE = "page", "网上留言", "online message"


class EnquiryTopic(Choice):
    """What a question is about, which is also what an officer knows well."""

    VEHICLE = "vehicle", "机动车登记和牌证", "registration, plates and papers of vehicles"
    LICENCE = "licence", "驾驶证", "driving licences"
    EXAMINATION = "examination", "驾驶人考试", "examinations of drivers"
    INSPECTION = "inspection", "机动车检验", "inspection of vehicles"
    VIOLATION = "violation", "违法处理和罚款", "violations and fines"
    DELIVERY = "delivery", "证件寄递和领取", "delivery and collection"
    OPENING = "opening", "窗口开放和预约", "open windows and appointments"
    ONLINE = "online", "网上操作", "use of the online service"
    MANNER = "manner", "服务态度", "manner of the service"
    OTHER = "other", "其他", "another matter"


class EnquiryOutcome(Choice):
    """What an answer comes to. After the second and the third the office still owes something."""

    EXPLAINED = "explained", "当场解释清楚", "explained"
    COORDINATED = "coordinated", "正在协调", "being coordinated"
    REFERRED = "referred", "已转有关单位", "referred to another body"
    SOLVED = "solved", "问题已解决", "solved"


class PassingOn(Choice):
    """Why a question is passed on. Each time counts, because nobody is to be sent round."""

    NOT_COMPETENT = "not_competent", "不属于本单位职责", "another office is competent"
    OTHER_SKILL = "other_skill", "需其他专业人员答复", "another field of knowledge"
    SHIFT_ENDED = "shift_ended", "交接班", "end of the shift"
    RECUSAL = "recusal", "依法回避", "recusal"


class Satisfaction(Choice):
    """The five levels of the rating of public services (国办发〔2019〕51号)."""

    VERY_GOOD = "very_good", "非常满意", "very satisfied"
    GOOD = "good", "满意", "satisfied"
    FAIR = "fair", "基本满意", "fairly satisfied"
    BAD = "bad", "不满意", "dissatisfied"
    VERY_BAD = "very_bad", "非常不满意", "very dissatisfied"

    @property
    def is_bad(self) -> bool:
        """Whether somebody of the office has to call back."""
        return self in {Satisfaction.BAD, Satisfaction.VERY_BAD}


class CallBackResult(Choice):
    """What came of calling back whoever gave a bad rating. Nobody reached means another try."""

    MENDED = "mended", "已整改并告知", "mended"
    EXPLAINED = "explained", "已说明情况", "explained"
    NOT_REACHED = "not_reached", "未联系上", "nobody reached"


class EnquiryClock(Choice):
    """What the office owes by a day."""

    ANSWER = "enquiry_answer", "答复期限", "answer"
    FOLLOW_UP = "enquiry_follow_up", "跟进期限", "follow-up"
    CALL_BACK = "enquiry_call_back", "差评回访期限", "call back"
