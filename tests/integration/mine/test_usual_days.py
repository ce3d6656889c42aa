"""How long a service takes now is told once enough cases are known, wherever one looks for it."""

from datetime import UTC, datetime
from typing import Final

from api.usual_times import UsualTimes
from domain.case.case import CASE
from tests.kit.own_pages import look
from tests.kit.plate_histories import plate_by_post
from tests.kit.served import NOW, Service
from tests.matrix.arranged import Arranger
from tests.matrix.situations import Situation

IN_JANUARY: Final = datetime(2020, 1, 6, 1, tzinfo=UTC)
TOLD: Final = "近八周办结 10 件，"
TOO_FEW: Final = "尚无足够办件"


async def placed(arranger: Arranger, *numbers: int) -> None:
    for number in numbers:
        history = plate_by_post(number, IN_JANUARY).envelopes
        state = CASE.fold(each.event for each in history)
        await arranger.place(Situation(history, state))


async def test_what_is_usual_is_told_of_enough_cases_and_not_before(service: Service) -> None:
    told = await service.submitted("plate_reissue")
    times = service.desk.usual_times
    arranger = Arranger(service)
    await placed(arranger, *range(1, 10))
    await service.fold()
    async with service.desk.reading.connection() as reading:
        assert (await UsualTimes().refresh(reading, NOW.date())).of("plate_reissue") is None
    await placed(arranger, 10)
    await service.fold()
    own = (await look(service, f"/mine/{told['id']}")).text
    assert "预计什么时候办好？" in own
    assert "依据 10 件" in own
    for page in ("/services/plate_reissue", "/apply/plate_reissue"):
        shown = (await look(service, page)).text
        assert TOLD in shown, page
        assert "各市实际用时" in shown, page
        assert "处窗口开放" in shown, page
        assert TOO_FEW in (await look(service, page.replace("plate_reissue", "temp_plate"))).text
    for page in ("/services", "/apply"):
        shown = (await look(service, page)).text
        assert TOLD in shown, page
        assert TOO_FEW in shown, page
    assert times.by_region("plate_reissue").keys() == {"410100"}


async def test_the_times_are_asked_for_once_a_minute(service: Service) -> None:
    passed_s = 0.0
    times = UsualTimes(lambda: passed_s)
    arranger = Arranger(service)

    async def known() -> bool:
        async with service.desk.reading.connection() as reading:
            return (await times.refresh(reading, NOW.date())).of("plate_reissue") is not None

    assert not await known()
    await placed(arranger, *range(1, 11))
    await service.fold()
    assert not await known()
    passed_s = 61.0
    assert await known()


async def test_a_guide_is_shown_while_nobody_can_tell(service: Service) -> None:
    """Nothing is said of how long it takes, rather than that there are too few cases."""
    await service.desk.reading.close()
    shown = (await look(service, "/services/plate_reissue")).text
    assert "办理期限" in shown
    assert TOO_FEW not in shown
