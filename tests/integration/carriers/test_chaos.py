"""Whatever becomes of callbacks, every parcel ends as it does without chaos."""

from collections import Counter
from pathlib import Path

from cheguan.carrier.chaos import Chaos, ScanFate
from domain.case.stage import Stage
from domain.parcels.reasons import ScanStatus
from domain.parcels.state import ParcelStage, parcel_of
from tests.kit.carrier_callbacks import EMS
from tests.kit.carriers import carriers_and_service

CASES = 12
ENDS = {
    ScanStatus.DELIVERED: (ParcelStage.DELIVERED, {Stage.DELIVERED, Stage.COMPLETED}),
    ScanStatus.RETURNED: (ParcelStage.RETURNED, {Stage.RETURNED}),
}


async def test_chaos_changes_no_final_count(database_url: str, tmp_path: Path) -> None:
    chaos = Chaos(7)
    async with carriers_and_service(database_url, tmp_path, chaos) as post:
        cases = [await post.posted() for _ in range(CASES)]
        await post.days(7)
        await post.enquire()
        book, fates = post.carriers[EMS].book, Counter[ScanFate]()
        slips = 0
        for case in cases:
            scans = book.scans(parcel_of(case, 1))
            fates.update(chaos.fate(each.scan_id) for each in scans)
            slips += scans[-1].scan_id.endswith("-slip")
            true = [each for each in scans if not each.scan_id.endswith("-slip")]
            parcel = await post.parcel(case)
            of_parcel, of_case = ENDS[true[-1].status]
            assert parcel.stage is of_parcel
            assert (await post.office.opened(case)).state.stage in of_case
            heard, sent = {each.id for each in parcel.scans}, {each.scan_id for each in scans}
            assert {each for each in sent if chaos.fate(each) is not ScanFate.LOST} <= heard <= sent
        assert set(fates) == set(ScanFate)
        assert slips
