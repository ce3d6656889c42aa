"""The living town waits for the number of a carrier, and leaves the post to whoever tells of it."""

from datetime import UTC, datetime
from pathlib import Path

from cheguan.town.acts_post import in_post
from cheguan.town.life import Life
from cheguan.town.numbering import LIVE
from cheguan.town.pace import LivePace
from cheguan.town.plans import plan_now
from cheguan.town.postings import numbered
from domain.case.delivery.commands import HandToPost
from tests.kit.carriers import carriers_and_service
from tests.kit.life import CLERK
from tests.kit.parcels import ITEM

AT = datetime(2020, 3, 2, 2, tzinfo=UTC)
OWN = HandToPost(item_no=ITEM)


async def test_it_posts_under_the_number_that_a_carrier_gave(
    database_url: str, tmp_path: Path
) -> None:
    async with carriers_and_service(database_url, tmp_path) as post:
        door, case = post.office.service.desk.door, await post.office.ready_to_send()
        assert await numbered(door, await post.office.opened(case), OWN) is None
        await post.react()
        given = await numbered(door, await post.office.opened(case), OWN)
        assert given == HandToPost(item_no=(await post.parcel(case)).item_no)
        plan = plan_now(7, LIVE, AT)
        life = Life(plan, plan.owner)
        assert given is not None
        await post.office.does(case, CLERK, given)
        assert in_post(life, (await post.office.opened(case)).state, AT, LivePace()) is None
        label = await post.office.in_post()
        assert in_post(life, (await post.office.opened(label)).state, AT, LivePace()) is not None
