"""The words of V11, and its law (124 art. 49, RTSR art. 16)."""

from typing import Final

from domain.law import Law
from domain.services.guide_words import GuideWords
from domain.titles import Title

LAW: Final = Law("124", "49", verified=True)

TITLE: Final = Title("机动车检验预约", "Appointment for an inspection")
WISH: Final = Title(
    "车要年检（审车），想预约检验时间",
    "My vehicle is due for its inspection and I want a time for it",
)
TOLD: Final = GuideWords(
    term=Title(
        "预约即时确认；检验合格的，1个工作日内核发检验合格标志",
        "confirmed at once; after a passed inspection the mark is issued within 1 working day",
    ),
    fee=Title(
        "预约不收费；检验费由检验机构按照公示的标准收取",
        "the appointment is free; the station charges its published price",
    ),
    bring=(
        Title("行驶证", "the driving permit"),
        Title("交强险凭证", "the compulsory insurance policy"),
        Title("车船税纳税或者免税证明", "the proof that the vehicle tax is paid or not due"),
    ),
    outcome=Title("确认检验预约", "an appointment at the station"),
)
STATION: Final = Title("检验机构", "inspection station")
CONTACT_NAME: Final = Title("联系人姓名", "contact name")
CONTACT_MOBILE: Final = Title("联系人手机号码", "contact mobile")
