"""What may be decided of a violation at a window.

A licence that is suspended or revoked has a procedure of its own, with other terms (157 art. 51).
"""

from domain.choice import Choice


class PenaltyKind(Choice):
    WARNING = "warning", "警告", "warning"
    FINE = "fine", "罚款", "fine"
