"""How far an enquiry has come."""

from domain.choice import Choice


class EnquiryStage(Choice):
    """``NEW`` is the enquiry before its first event, and is never stored."""

    NEW = "new", "未登记", "Not on record"
    OPEN = "open", "待答复", "To be answered"
    FOLLOW_UP = "follow_up", "协调跟进中", "Being seen to"
    ANSWERED = "answered", "已答复", "Answered"
    SOLVED = "solved", "已解决", "Solved"
