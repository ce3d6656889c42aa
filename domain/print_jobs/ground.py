"""Why a paper that waits is not printed."""

from domain.choice import Choice


class UnprintedGround(Choice):
    """The grounds. These codes are stored for ever."""

    FALLEN = "fallen", "文书已经失效", "the paper is void"
    SERVED = "served", "已经用其他方式送达", "served in another way"
    NOT_WANTED = "not_wanted", "申请人不需要纸质文书", "the applicant wants none on paper"
