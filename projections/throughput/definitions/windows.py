"""How windows reopen, which cases closed windows hold, and what the reliefs keep from passing."""

from typing import Final

from domain.titles import Title
from projections.throughput.definitions.definition import Definition, Unit, When
from projections.throughput.definitions.making import Count, CountByKind, PartByKind

AT_STEP: Final = "region_at_step"
OPEN: Final = "open_office"
OFFICES: Final = "office"
HELD: Final = "window_held"
RELEASED: Final = "window_released"
MOVED: Final = "relief_moved"
KEPT: Final = "licence_kept"

WINDOWS: Final = (
    Definition(
        "regions_by_step",
        Title("各恢复阶段地市数", "Regions by step"),
        Title(
            "查询之日处于各恢复阶段的地市个数。",
            "Counts the regions at each step of reopening on the day of the question.",
        ),
        when=When.AT_PRESENT,
        dimensions=(),
        made=CountByKind(AT_STEP),
    ),
    Definition(
        "open_offices",
        Title("窗口恢复率", "Offices open"),
        Title(
            "查询之日至少有一类业务对外办理的窗口单位占全部窗口单位的比例，按机构类别分列。",
            "Divides the offices that are open for any business on the day of the question by all"
            " that have a window, by kind.",
        ),
        Unit.SHARE,
        When.AT_PRESENT,
        ("region",),
        made=PartByKind(OPEN, OFFICES),
    ),
    Definition(
        "window_held",
        Title("因窗口暂停暂缓量", "Held by closed windows"),
        Title(
            "因窗口暂停而暂缓办理的件次；同一件被几项决定暂缓的，分别计算。",
            "Counts how often a closed window held a case; a case counts once for each decision"
            " that held it.",
        ),
        when=When.AT_PRESENT,
        dimensions=("region",),
        made=Count((HELD,)),
    ),
    Definition(
        "window_released",
        Title("暂缓解除量", "Released again"),
        Title(
            "因窗口暂停而暂缓、其后恢复办理或者已经终结的件次。",
            "Counts how often a case that a closed window held went on again or came to its end.",
        ),
        when=When.AT_PRESENT,
        dimensions=("region",),
        made=Count((RELEASED,)),
    ),
    Definition(
        "relief_moved",
        Title("因疫情延长期限数", "Deadlines moved by a relief"),
        Title(
            "因期限延长措施而未届满的登记期限个数，按期限种类分列。",
            "Counts the deadlines of the register that a relief kept from passing, by kind.",
        ),
        when=When.AT_PRESENT,
        dimensions=(),
        made=CountByKind(MOVED),
    ),
    Definition(
        "licences_kept",
        Title("免予注销驾驶证数", "Licences kept from cancellation"),
        Title(
            "若无期限延长措施即应列入注销名单的驾驶证本数。",
            "Counts the licences that would be on the list for cancellation but for a relief.",
        ),
        when=When.AT_PRESENT,
        dimensions=(),
        made=Count((KEPT,)),
    ),
)
