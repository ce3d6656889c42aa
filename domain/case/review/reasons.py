"""The closed lists of grounds that events and commands of this chapter carry."""

from domain.choice import Choice


class CheckSource(Choice):
    """Where a check result comes from."""

    REGISTER = "register", "登记信息", "the register"
    DOCUMENTS = "documents", "申请材料", "the papers supplied"
    ON_SITE = "on_site", "现场办理", "at the window"
