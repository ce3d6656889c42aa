"""The closed lists of grounds that events and commands of this chapter carry."""

from domain.choice import Choice


class ReconsiderationOutcome(Choice):
    UPHELD = "upheld", "维持原决定", "decision upheld"
    REVOKED = "revoked", "撤销原决定", "decision revoked"
    CHANGED = "changed", "变更原决定", "decision changed"
    CONFIRMED_UNLAWFUL = "confirmed_unlawful", "确认违法", "found unlawful"
    ORDERED = "ordered", "责令履行", "ordered to act"
    WITHDRAWN = "withdrawn", "撤回复议申请", "reconsideration withdrawn"


class ReopeningCause(Choice):
    RECONSIDERATION = "reconsideration", "行政复议决定", "decision on reconsideration"
    COURT_JUDGMENT = "court_judgment", "人民法院判决", "judgment of the court"
    OWN_CORRECTION = "own_correction", "车辆管理所自行纠正", "correction by the office itself"
    DOCUMENT_ERROR = "document_error", "牌证内容有误", "error in the document"
