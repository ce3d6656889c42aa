"""For what a one-time code proves a telephone. For anything else it proves nothing."""

from domain.choice import Choice


class CodePurpose(Choice):
    SUBMISSION = "submission", "提交业务申请", "to submit an application"
    CONTACT_CHANGE = "contact_change", "变更联系方式", "to change a contact"
