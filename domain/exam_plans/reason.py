"""Why somebody who was to sit an examination does not."""

from domain.choice import Choice


class ExamCancelReason(Choice):
    """Only who gives up a place for reasons of his own waits anew from then on."""

    OWN = "own", "个人原因", "personal reasons"
    EPIDEMIC = "epidemic", "疫情防控", "the epidemic"
    SITE = "site", "考场原因", "the examination site"
