"""What can be claimed."""

from domain.choice import Choice


class ClaimKind(Choice):
    """A plate number is a kind of stream of its own; what claimed one before is read still."""

    OPEN_CASE = "open_case", "在办业务", "open case"
    POSTAL_ITEM = "postal_item", "邮件号", "postal item number"
    PLATE_NUMBER = "plate_number", "号牌号码", "plate number"
    NUMBER_CHOICE = "number_choice", "新车预选号牌", "choice of a number for a new vehicle"
    EXAM_SESSION = "exam_session", "考试场次", "session of examinations"
    REGISTER_RECORD = "register_record", "登记信息", "record of the register"
