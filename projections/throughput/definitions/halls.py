"""The hygiene of halls, and who was let in. They are told of halls, and not of cases."""

from typing import Final

from domain.titles import Title
from projections.throughput.definitions.definition import Definition, Unit
from projections.throughput.definitions.making import Count, Share

CLEANED: Final = "hall_cleaned"
CLEANING_REQUIRED: Final = "hall_cleaning_required"
DISINFECTED: Final = "hall_disinfected"
DISINFECTION_REQUIRED: Final = "hall_disinfection_required"
ADMITTED: Final = "hall_admitted"
TURNED_AWAY: Final = "hall_turned_away"
"""Followed by a colon and the reason."""
_PLACES: Final = ("region", "office")

HALLS: Final = (
    Definition(
        "hygiene_compliance",
        Title("消杀完成率", "Disinfection done"),
        Title(
            "当日开门的大厅，已完成的消毒次数占应完成次数的比例；同一区域超出应完成次数的不计。",
            "Divides the rounds of disinfection that were done by those required, in halls that"
            " opened; of an area no more count than are required.",
        ),
        Unit.SHARE,
        dimensions=_PLACES,
        made=Share((DISINFECTED,), (DISINFECTION_REQUIRED,)),
    ),
    Definition(
        "cleaning_compliance",
        Title("保洁完成率", "Cleaning done"),
        Title(
            "当日开门的大厅，已完成的保洁次数占应完成次数的比例；仍有卫生死角的不计。",
            "Divides the rounds of cleaning that were done by those required, in halls that"
            " opened; what was not clean in the end does not count.",
        ),
        Unit.SHARE,
        dimensions=_PLACES,
        made=Share((CLEANED,), (CLEANING_REQUIRED,)),
    ),
    Definition(
        "entry_admitted",
        Title("测温入厅人次", "People let in"),
        Title(
            "佩戴口罩、体温正常后进入大厅的人次。",
            "Counts the people who were let in with a mask and without a temperature.",
        ),
        dimensions=_PLACES,
        made=Count((ADMITTED,)),
    ),
    Definition(
        "entry_refused",
        Title("劝返人次", "Entry refused"),
        Title(
            "因未佩戴口罩、体温偏高未准进入大厅的人次；因大厅人满等候的不计。",
            "Counts the people who were not let in because of a temperature or without a mask;"
            " who waits because the hall is full does not count.",
        ),
        dimensions=_PLACES,
        made=Count((f"{TURNED_AWAY}:no_mask", f"{TURNED_AWAY}:fever")),
    ),
)
