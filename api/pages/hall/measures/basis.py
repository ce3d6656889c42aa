"""What each precaution beyond the announcement means in a hall, and on what it rests."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from domain.hall_measures.precautions import Precautions
from domain.titles import Title


class Basis(NamedTuple):
    """``means`` is what is done in a hall. ``asked`` is what the announcement itself asks for."""

    means: Title
    asked: Title


BASES: Final[Mapping[str, Basis]] = {
    "staff_temperature": Basis(
        Title(
            "晨检时除查看口罩外，还登记体温异常的人数；有体温异常的，晨检不合格。",
            "The morning check counts who has a temperature, beside the masks. It does not "
            "stand while somebody has one.",
        ),
        Title(
            "公告要求民警、职工做好防护、佩戴口罩，未要求测温。",
            "The announcement asks the staff to protect itself and wear masks. It does not ask "
            "for temperatures.",
        ),
    ),
    "checks_before_opening": Basis(
        Title(
            "当日工作人员晨检合格、各区域首次消杀完成后，大厅方可开门。",
            "A hall opens once the staff check of the day and the first disinfection of every "
            "area stand.",
        ),
        Title(
            "公告要求做好人员防护、公共区域消杀，未规定以此为开门条件。",
            "The announcement asks for protection and disinfection. It does not make them a "
            "condition of opening.",
        ),
    ),
    "limited_hall": Basis(
        Title(
            "大厅内人数达到上限时，后来的群众在门外等候。",
            "While as many people are inside as the limit allows, whoever comes waits outside.",
        ),
        Title(
            "公告要求进入大厅测温、戴口罩，未规定人数上限。",
            "The announcement asks for a temperature check and masks at the door. It names no "
            "limit of people.",
        ),
    ),
}
"""By the name of the field of :class:`Precautions`, in its order."""

assert tuple(BASES) == Precautions.__struct_fields__[1:]
