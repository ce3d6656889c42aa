"""The closed lists of a hall. Their codes are stored, so they stay."""

from domain.choice import Choice


class HallArea(Choice):
    """What is cleaned and disinfected (announcement of 2020-02-23, environment of the office)."""

    CORRIDORS = "corridors", "走廊通道", "corridors"
    LIFTS = "lifts", "电梯", "lifts"
    HALL = "hall", "办事大厅", "hall"
    COUNTERS = "counters", "业务窗口", "counters"
    FACILITIES = "facilities", "公共设施", "public facilities"


class CleaningResult(Choice):
    """What was found. Only what is clean in the end counts as a round."""

    CLEAN = "clean", "整洁", "clean"
    CLEARED = "cleared", "已清理垃圾", "rubbish cleared away"
    NOT_CLEAN = "not_clean", "仍有卫生死角", "not clean yet"


class Disinfectant(Choice):
    """With what an area was disinfected."""

    CHLORINE = "chlorine", "含氯消毒剂", "chlorine"
    ALCOHOL = "alcohol", "75%酒精", "alcohol, 75 %"
    PEROXIDE = "peroxide", "过氧化氢", "hydrogen peroxide"
    QUATERNARY = "quaternary", "季铵盐类消毒剂", "quaternary ammonium"
    ULTRAVIOLET = "ultraviolet", "紫外线", "ultraviolet light"


class StaffDuty(Choice):
    """Who works in the hall, as the announcement of 2020-02-23 names them."""

    HALL_STAFF = "hall_staff", "大厅工作人员", "hall staff"
    DUTY_OFFICERS = "duty_officers", "值日警官", "duty police officers"
    SUPPORT_STAFF = "support_staff", "后勤保障人员", "support staff"


class TurnedAwayFor(Choice):
    """Why somebody was not let in."""

    NO_MASK = "no_mask", "未佩戴口罩", "no mask"
    FEVER = "fever", "体温偏高", "a temperature"
    FULL = "full", "大厅人员已满", "the hall is full"


class HallClosing(Choice):
    """Why a hall closes."""

    END_OF_DAY = "end_of_day", "当日业务结束", "the day is over"
    HYGIENE = "hygiene", "卫生防疫原因", "hygiene"
    CROWDED = "crowded", "人员聚集", "too many people"
    INCIDENT = "incident", "突发情况", "an incident"


class VisitAct(Choice):
    """What somebody does at the door."""

    COMES = "comes", "进入", "comes"
    LEAVES = "leaves", "离开", "leaves"
