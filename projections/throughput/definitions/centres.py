"""The load and the equipment of network office centres. They are told of centres, not of cases."""

from typing import Final

from domain.titles import Title
from projections.throughput.definitions.definition import Definition, Unit
from projections.throughput.definitions.making import Count, Share

HANDLED: Final = "centre_handled"
CAPACITY: Final = "centre_capacity"
OFFICERS: Final = "centre_officers"
DOWN_HOURS: Final = "centre_down_hours"
_PLACES: Final = ("region", "office")

CENTRES: Final = (
    Definition(
        "centre_capacity_use",
        Title("网办中心负荷", "Load of the network office centre"),
        Title(
            "有排班之日，网办中心及所在车辆管理所作出决定的件数占其办理能力的比例，可以超过 100%。",
            "Divides the decisions of a network office centre and its vehicle office by the"
            " capacity of the centre, on days with a roster. It may be more than 100 %.",
        ),
        Unit.SHARE,
        dimensions=_PLACES,
        made=Share((HANDLED,), (CAPACITY,)),
    ),
    Definition(
        "centre_officers_rostered",
        Title("网办中心排班人次", "Officers on shift"),
        Title(
            "网办中心各班次排班人次。",
            "Counts the officers rostered for the shifts of network office centres.",
        ),
        dimensions=_PLACES,
        made=Count((OFFICERS,)),
    ),
    Definition(
        "equipment_down_hours",
        Title("设备停用小时数", "Equipment down hours"),
        Title(
            "网办中心设备自报告故障至修复、更换或者停用的小时数，按台累计，不足一小时的不计。",
            "Adds up the whole hours from the report of a fault to its repair, replacement or"
            " withdrawal, item by item.",
        ),
        dimensions=_PLACES,
        made=Count((DOWN_HOURS,)),
    ),
)
