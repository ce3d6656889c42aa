"""What a relief does to a deadline, and on whose word."""

from domain.choice import Choice


class ReliefMode(Choice):
    """A suspension leaves days out of the count. An addition makes a deadline later by a term."""

    SUSPEND = "suspend", "中止计算期限", "days are not counted"
    ADD = "add", "顺延固定期限", "a fixed term is added"


class ReliefBody(Choice):
    """The body whose document is the basis of a relief. No prefecture decides on one."""

    MINISTRY = "ministry", "公安部", "Ministry of Public Security"
    HEADQUARTERS = "headquarters", "省公安厅交警总队", "Provincial traffic police headquarters"
