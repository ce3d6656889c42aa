"""Which papers of an office a person may hold."""

from domain.choice import Choice


class InstrumentKind(Choice):
    """An instrument 文书, by what it says. These codes are stored for ever."""

    ACCEPTANCE_RECEIPT = "acceptance_receipt", "受理回执", "receipt of acceptance"
    CORRECTION_NOTICE = "correction_notice", "补正材料一次告知书", "notice of what to correct"
    NON_ACCEPTANCE = "non_acceptance", "不予受理决定书", "decision not to accept"
    REFUSAL = "refusal", "不予办理决定书", "decision to refuse"
    DEFERRAL = "deferral", "准予延期办理回执", "receipt of a deferral"
    TEMPORARY_PLATE = "temporary_plate", "临时行驶车号牌", "temporary plate"
