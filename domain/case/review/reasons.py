"""The closed lists of grounds that events and commands of this chapter carry."""

from domain.choice import Choice


class CheckSource(Choice):
    """From where the result of a check comes."""

    REGISTER = "register", "登记信息", "the register"
    DOCUMENTS = "documents", "申请材料", "the papers supplied"
    ON_SITE = "on_site", "现场办理", "at the window"


class ReassignmentReason(Choice):
    """Why a case is taken from its reviewer."""

    ABSENCE = "absence", "人员不在岗", "absence"
    LEFT_POST = "left_post", "人员调离岗位", "the officer has left the post"
    RECUSAL = "recusal", "依法回避", "recusal"
    LOAD = "load", "均衡业务量", "work load"
    DELAY = "delay", "办理迟缓", "delay"
