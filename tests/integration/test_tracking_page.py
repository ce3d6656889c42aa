"""``/track``: whoever knows the reference sees whose turn it is, and prints a receipt."""

import httpx

from domain.services.blocks.examples import ID_NO
from tests.kit.served import Service


async def asked(service: Service, reference: str, **further: str) -> httpx.Response:
    return await service.http.post(
        "/track",
        data={"reference": reference, "last_four": ID_NO[-4:], **further},
        headers={
            "origin": str(service.http.base_url).rstrip("/"),
            "cookie": "__Host-cheguan-lang=zh",
        },
    )


async def test_it_says_whose_turn_it_is_and_where_the_office_is(service: Service) -> None:
    receipt = await service.submitted("renewal_deferral")
    await service.fold()
    page = (await asked(service, receipt["reference"])).text
    assert "第 2 步，共 4 步" in page
    assert "现在由郑州市车辆管理所办理，您无须操作" in page
    assert "需要您办理" not in page
    for told in ("电话", "办公时间"):
        assert f"<dt>{told}</dt>" in page
    defects = [{"where": "id_front", "code": "unreadable"}]
    await service.command(receipt["id"], "request-correction", 1, {"defects": defects})
    await service.fold()
    page = (await asked(service, receipt["reference"])).text
    assert "需要您办理" in page
    assert "现在由郑州市车辆管理所办理" not in page
    assert f'href="/mine/{receipt["id"]}">登录后上传补正材料' in page


async def test_a_receipt_is_printed_without_signing_in(service: Service) -> None:
    receipt = await service.submitted("renewal_deferral")
    await service.fold()
    submitted = (await asked(service, receipt["reference"], show="receipt")).text
    assert "<h1>提交回执</h1>" in submitted
    await service.command(receipt["id"], "accept-case", 1)
    await service.fold()
    accepted = (await asked(service, receipt["reference"], show="receipt")).text
    assert "<h1>受理回执</h1>" in accepted
    assert "<svg" in accepted
    assert ID_NO not in accepted


async def test_whoever_has_lost_the_reference_is_told_where_it_stands(service: Service) -> None:
    page = (await service.http.get("/track?lang=zh")).text
    assert 'href="/mine">“我的业务”' in page
