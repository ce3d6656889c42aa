"""What a doctor finds, as the law tells it apart (139 art. 11(2))."""

from typing import NamedTuple

from domain.choice import Choice


class UpperLimbs(Choice):
    SOUND = "sound", "双手拇指健全，每只手其他手指有三指以上健全", "sound"
    FINGERS_LOST = (
        "fingers_lost",
        "手指末节残缺或者左手有三指健全，双手手掌完整",
        "finger tips lost, or three fingers of the left hand left; both palms whole",
    )
    ONE_PALM_LOST = (
        "one_palm_lost",
        "一只手掌缺失，另一只手拇指健全、其他手指有两指健全",
        "one palm lost; the other hand has its thumb and two fingers",
    )
    UNFIT = "unfit", "不符合上述情形", "none of these"


class LowerLimbs(Choice):
    SOUND = "sound", "双下肢健全，不等长度不大于5厘米", "sound"
    LEFT_LOST = (
        "left_lost",
        "左下肢缺失或者丧失运动功能，右下肢正常",
        "left leg lost or without function",
    )
    RIGHT_OR_BOTH_LOST = (
        "right_or_both_lost",
        "右下肢、双下肢缺失或者丧失运动功能，能够自主坐立",
        "right or both legs lost or without function; sits unaided",
    )
    UNFIT = "unfit", "不符合上述情形", "none of these"


class Conclusion(Choice):
    """What the doctor says in the end."""

    FIT = "fit_for_all", "符合申领机动车驾驶证的身体条件", "fit"
    FIT_FOR_SOME = "fit_for_some", "符合部分准驾车型的身体条件", "fit for some classes"
    UNFIT = "unfit", "不符合身体条件", "unfit"


class Findings(NamedTuple):
    """``vision`` is of both eyes, in tenths of the logarithmic chart, with glasses if he wears any.

    ``visual_field`` is in degrees. It is measured where one eye is impaired.
    """

    height_cm: int
    vision: tuple[int, int]
    visual_field: int | None
    colour_vision: bool
    hearing: bool
    aid_used: bool
    upper_limbs: UpperLimbs
    lower_limbs: LowerLimbs
    trunk_neck: bool
