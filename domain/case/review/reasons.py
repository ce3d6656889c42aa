"""The closed lists of grounds that events and commands of this chapter carry."""

from domain.choice import Choice


class CheckSource(Choice):
    """From where the result of a check comes."""

    REGISTER = "register", "登记信息", "the register"
    DOCUMENTS = "documents", "申请材料", "the papers supplied"
    ON_SITE = "on_site", "现场办理", "at the window"
