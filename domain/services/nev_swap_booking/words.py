"""The words of V09, and its law. No article was read that names the exchange."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law
from domain.services.blocks.appointment.words import TEXTS as APPOINTMENT_TEXTS
from domain.services.guide_words import GuideWords
from domain.titles import Title

LAW: Final = Law("124", "44", verified=False)

TITLE: Final = Title("新能源车换牌预约", "Appointment for a new-energy plate")
WISH: Final = Title(
    "新能源车想把普通车牌换成绿牌，预约去换",
    "My new-energy vehicle has ordinary plates and I want a time to exchange them",
)
TOLD: Final = GuideWords(
    term=Title(
        "预约即时确认；按预约到场的，当日换牌",
        "confirmed at once; the plates are exchanged on the day",
    ),
    fee=Title(
        "预约不收费；换牌时缴纳号牌和行驶证工本费{fee}",
        "the appointment is free; plates and driving permit are paid on the day: {fee}",
    ),
    bring=(
        Title("身份证明原件", "the original identity document"),
        Title("机动车登记证书", "the registration certificate"),
        Title("行驶证", "the driving permit"),
        Title("原号牌（前后两面）", "both old plates"),
    ),
    outcome=Title("确认换牌预约", "an appointment to exchange the plates"),
)
SELECT_AT_HALL: Final = Title("到场选号", "number chosen on the spot")
NEW_NUMBER_REFERENCE: Final = Title("换牌选号业务查询码", "reference of the number chosen")
OUTLET: Final = Title("换牌地点", "place of exchange")

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        **APPOINTMENT_TEXTS,
        "number_not_chosen": Title(
            zh="请填写换牌选号业务的查询码；尚未选号的，请选择到场选号。",
            en="Give the reference of the number that was chosen, or choose it on the spot.",
        ),
        **{
            f"reference_{rule}": Title(
                zh="查询码不正确，请按“XXXX-XXXX-XXXX-X”的形式逐位核对。",
                en="The reference is not in order. Compare it digit by digit: XXXX-XXXX-XXXX-X.",
            )
            for rule in ("length", "characters", "check_digit")
        },
    }
)
