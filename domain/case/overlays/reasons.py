"""The closed lists of grounds that events and commands of this chapter carry."""

from domain.choice import Choice


class GreenProof(Choice):
    """By what a duty leader has seen that the ground is true."""

    PAPERS = "papers", "申请人提交的证明材料", "papers of the applicant"
    REGISTER = "register_extract", "登记信息载明", "what the register says"
    AUTHORITY = "authority", "主管部门来函或者来电确认", "word of the authority in charge"
    SEEN = "seen", "现场核实", "seen on the spot"
