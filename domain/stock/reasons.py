"""Why a blank cannot be used any more."""

from domain.choice import Choice


class SpoiltReason(Choice):
    MISPRINTED = "misprinted", "打印错误", "printed wrong"
    DAMAGED = "damaged", "破损", "damaged"
    DEFECTIVE = "defective", "印制缺陷", "defective from the factory"
