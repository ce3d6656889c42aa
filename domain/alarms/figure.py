"""The figures that can stand in red, and of which somebody can say that he sees to it."""

from domain.choice import Choice


class AlarmFigure(Choice):
    """The codes are those of the figures."""

    OVERDUE = "backlog_overdue", "逾期业务", "cases overdue"
    RETURNED = "return_rate", "退件率", "parcels returned"
