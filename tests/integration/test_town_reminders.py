"""The people of a town are reminded of what their records say, on the telephones of their cases."""

import secrets
from collections import Counter
from datetime import timedelta

from cheguan.town.clock import LOADED
from domain.aggregates import CODEC
from domain.case.addressees import Addressees
from domain.case.notice_text import NoticeWriter
from domain.event_store.transaction import Connection
from domain.register.reminder_topic import ReminderTopic
from domain.reminders.events import HolderReminded
from domain.vault import BlindIndex
from tests.kit.notices import Carried
from tests.kit.projected import project
from tests.kit.reminded import reminders
from tests.kit.towns import open_town, told
from workers.log_follower import Followed
from workers.notices.notifier import Notifier
from workers.notices.providers import Providers
from workers.notices.reminder_rounds import ReminderRounds

CASES = 60
NOON = LOADED + timedelta(hours=4)


async def test_whoever_has_time_to_lose_something_finds_it_on_his_telephone(
    database_url: str, connection: Connection
) -> None:
    names, telephones = BlindIndex(secrets.token_bytes(32)), Carried()
    async with open_town(database_url, names=names) as town:
        await told(town, CASES, until=NOON)
        await project(database_url)
        made = ReminderRounds(town.door, town.keyring, names)
        assert await made.go(connection, town.clock()) > 0
        await project(database_url)
        assert await made.go(connection, town.clock()) == 0
        notifier = Notifier(
            Followed(database_url, CODEC, town.clock),
            town.door,
            NoticeWriter(None),
            Addressees(town.keyring),
            Providers([telephones]),
        )
        try:
            await notifier.catch_up()
        finally:
            await notifier.close()
    given = [each for each in await reminders(connection) if isinstance(each, HolderReminded)]
    reached = [each for each in given if each.contact]
    sent = [each for each in telephones.taken.values() if "提醒：" in each.text.zh]
    assert ReminderTopic.INSPECTION in {each.topic for each in reached}
    assert len(sent) == len(reached)
    once = Counter((each.record, each.topic, each.last_on) for each in given)
    assert set(once.values()) == {1}
