"""Of what blanks documents are made: each kind has serials of its own and is counted apart."""

from domain.choice import Choice


class BlankKind(Choice):
    PLATE = "plate", "号牌", "plates"
    TEMPORARY_PLATE = "temporary_plate", "临时行驶车号牌", "temporary plates"
    DRIVING_PERMIT = "driving_permit", "机动车行驶证", "driving permits of vehicles"
    INSPECTION_MARK = "inspection_mark", "检验合格标志", "inspection marks"
    DRIVING_LICENCE = "driving_licence", "机动车驾驶证", "driving licences"
