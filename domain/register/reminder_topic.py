"""Of what owners and holders are reminded before they lose it. The codes are stored for ever."""

from domain.choice import Choice


class ReminderTopic(Choice):
    """A right that is lost if nothing is done. A service says which of them it settles."""

    RENEWAL = "renewal", "驾驶证期满换证", "renewal of the driving licence"
    MEDICAL = "medical", "提交身体条件证明", "medical certificate"
    INSPECTION = "inspection", "机动车检验", "vehicle inspection"
    LEARNER_PERMIT = "learner_permit", "学习驾驶证明到期", "end of the learner's permit"
    OVER_AGE = "over_age", "超龄换领驾驶证", "exchange of the licence at an age"
