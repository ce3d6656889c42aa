"""The checker and the reactor as they are run, with a register elsewhere behind the port."""

import asyncio
from pathlib import Path

from cheguan.register import check, react
from tests.kit.consulted import SERVICE, Registered
from tests.kit.outside_register import LICENCE, settings
from tests.kit.register_stand_in import stand_in
from tests.kit.served import Service
from tests.kit.waiting import until


async def test_a_case_is_judged_by_what_is_on_record_there_and_changes_it_there(
    service: Service, tmp_path: Path
) -> None:
    world, stop = Registered(service, await service.example(SERVICE)), asyncio.Event()
    applicant = world.example["applicant"]
    holder = {"id_no": applicant["id_no"], "name": applicant["name"]}
    async with stand_in() as there, asyncio.TaskGroup() as tasks:
        there.entries["licence"] = {**LICENCE, "holder": holder}
        chosen = settings(tmp_path, there.url)
        tasks.create_task(react(chosen, service.url, service.desk, stop))
        tasks.create_task(check(chosen, service.url, service.desk, stop))
        case = await world.submit("holder")

        async def consulted() -> bool:
            return (await world.case(case)).consulted_at is not None

        async def told() -> bool:
            return bool(there.carried_out)

        await until(consulted)
        assert (await world.case(case)).checks["C-ID"] is True
        await world.approve(case)
        await until(told)
        stop.set()
    assert [told["case"] for told in there.carried_out.values()] == [str(case)]
