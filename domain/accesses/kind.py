"""What was looked at, and what personal data were revealed for."""

from domain.choice import Choice


class CaseAspect(Choice):
    """What of a case somebody looked at. Personal data stand there masked."""

    OVERVIEW = "overview", "业务概况", "overview"
    HISTORY = "history", "办理过程记录", "history"
    PAYMENT = "payment", "缴费情况", "payment"
    DOCUMENTS = "documents", "申请材料清单", "list of documents"
    LOOKUP = "lookup", "按号码查询的结果", "results of a look-up by number"


class RevealPurpose(Choice):
    """For what an officer needs personal data unmasked. He names one each time."""

    IDENTITY = "identity", "核对身份", "to verify the identity"
    DOCUMENTS = "documents", "核对申请材料", "to compare with the documents"
    CONTACT = "contact", "联系申请人", "to reach the applicant"
    DELIVERY = "delivery", "办理寄递", "to post a document"
    PRINTING = "printing", "打印文书", "to print a paper"
    REMEDY = "remedy", "办理复议、诉讼或者投诉", "for a reconsideration, a suit or a complaint"
