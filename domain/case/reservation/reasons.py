"""The closed lists of this chapter."""

from domain.choice import Choice


class ReservationMismatch(Choice):
    """What was entered and differs from the originals at registration."""

    VIN = "vin", "车辆识别代号与实车不符", "the VIN is not that of the vehicle"
    ID_NO = "id_no", "身份证明号码与申请登记的所有人不符", "the owner has another identity number"
    NAME = "name", "姓名（名称）与申请登记的所有人不符", "the owner has another name"
    MOBILE = "mobile", "手机号码与所有人预留号码不符", "the owner has another mobile number"


class TryRefused(Choice):
    """Why a number that was composed could not be had."""

    TAKEN = "taken", "该号牌号码已被占用", "the number is taken"
    ON_OFFER = "on_offer", "该号牌号码正由他人选取", "the number is on offer to somebody else"
    KEPT = "kept", "该号牌号码在保留期内", "the number is kept for its former owner"
