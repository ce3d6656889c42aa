"""Why it takes longer than was told."""

from domain.choice import Choice


class DelayReason(Choice):
    """What keeps the case on the day on which that is told."""

    SUSPENDED = "suspended", "依法暂停办理", "it rests for the time being"
    APPLICANT = "applicant", "等待申请人办理", "it waits for the applicant"
    POST = "post", "邮件尚未送达", "the parcel has not arrived"
    CORRECTED = "corrected", "曾要求补正材料", "papers had to be corrected"
    WORKLOAD = "workload", "业务量较大", "there is much to do"
