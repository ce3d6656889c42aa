"""A hall is kept on its pages: its checks, its counters, its screen, and the tablet at its door."""

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

from tests.browser.site import Site
from tests.browser.test_pages import OVERFLOW, opened, violated

OFFICE: Final = "410100"
HALLS: Final = "/hall"
WORK, DOOR, SCREEN = f"/hall/{OFFICE}/work", f"/hall/{OFFICE}/door", f"/hall/{OFFICE}"
TAPPED: Final = """(many) => {
    const key = document.querySelector('.door button[value="365"]');
    for (let each = 0; each < many; each += 1) key.click();
}"""
KEPT: Final = """Object.keys(localStorage).filter((key) => key.startsWith("hall-"))
    .reduce((sum, key) => sum + JSON.parse(localStorage.getItem(key)).waiting.length, 0)"""
HANDS: Final = ["大厅工作人员", "值日警官", "后勤保障人员"]
AREAS: Final = ["走廊通道", "电梯", "办事大厅", "业务窗口", "公共设施"]
TABLET: Final[ViewportSize] = {"width": 1024, "height": 768}


def enter(page: Page, site: Site, who: str) -> None:
    page.request.post(
        f"{site.address}/session",
        form={"as": who},
        headers={"origin": site.address},
        max_redirects=0,
    )


def pressed(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def ready(page: Page, site: Site) -> None:
    """Records all checks of the day, as far as they are missing, and opens the hall."""
    page.goto(f"{site.address}{WORK}?lang=zh")
    if page.get_by_role("button", name="开门", exact=True).count() == 0:
        return
    for duty in HANDS:
        row = page.locator("li", has=page.get_by_text(duty, exact=True))
        row.locator("[name=present]").fill("5")
        pressed(page, f"登记 {duty}")
    for area in AREAS:
        pressed(page, f"登记消杀 {area}")
    pressed(page, "开门")


@pytest.fixture
def clerk(browser: Browser, site: Site) -> Iterator[Page]:
    """A clerk of the hall."""
    with opened(browser, 1400, height=900) as page:
        enter(page, site, "clerk")
        yield page


@pytest.mark.requirement("R20")
@pytest.mark.requirement("R21")
@pytest.mark.requirement("R22")
def test_a_hall_opens_on_its_page_once_the_checks_stand(
    browser: Browser, clerk: Page, site: Site
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        enter(page, site, "clerk")
        page.goto(f"{site.address}{WORK}?lang=zh")
        pressed(page, "开门")
        expect(page.get_by_role("alert")).to_contain_text("当日晨检、消杀尚未完成，不得开门")
        page.goto(f"{site.address}{SCREEN}?lang=zh")
        expect(page.locator("#calls")).to_contain_text("尚缺：大厅工作人员、值日警官")
    ready(clerk, site)
    expect(clerk.get_by_role("status")).to_contain_text("已登记：大厅开门")
    clerk.goto(f"{site.address}{SCREEN}?lang=zh")
    expect(clerk.locator("#state")).to_contain_text("已开门")
    clerk.goto(f"{site.address}{WORK}?lang=zh")
    pressed(clerk, "登记保洁 办事大厅")
    row = clerk.locator("li", has=clerk.get_by_text("办事大厅", exact=True))
    expect(row.first).to_contain_text("保洁 1/3")


def test_whoever_waits_is_called_on_the_screen(clerk: Page, site: Site) -> None:
    ready(clerk, site)
    for _ in range(2):
        clerk.goto(f"{site.address}{WORK}?lang=zh")
        with clerk.expect_navigation():
            clerk.locator("[name=group][value=reissue_replace]").click()
    clerk.locator("#at").select_option("3")
    pressed(clerk, "叫下一号")
    assert clerk.locator("#at").input_value() == "3"
    clerk.goto(f"{site.address}{SCREEN}?lang=zh&screen=wall")
    expect(clerk.locator(".called .last")).to_contain_text("A001")
    expect(clerk.locator(".called .last")).to_contain_text("3 号窗口")
    expect(clerk.locator("#state")).to_contain_text("补、换牌证 1")
    clerk.goto(f"{site.address}{WORK}?lang=zh")
    pressed(clerk, "过号 A001")
    expect(clerk.get_by_role("button", name="办结 A001")).to_have_count(0)


@pytest.mark.requirement("R23")
def test_three_hundred_taps_without_a_connection_arrive_once_each(
    browser: Browser, clerk: Page, site: Site
) -> None:
    """The first answer after it is lost too, although the server has recorded what it was sent."""
    ready(clerk, site)
    enter(clerk, site, "supervisor")
    clerk.goto(f"{site.address}{WORK}?lang=zh")
    clerk.locator("#limit").fill("500")
    pressed(clerk, "调整")
    lost: list[int] = []

    def loses_the_first_answer(route: Route) -> None:
        if route.request.method != "POST" or lost:
            return route.continue_()
        lost.append(route.fetch().status)
        return route.abort()

    context = browser.new_context(viewport=TABLET)
    try:
        page = context.new_page()
        enter(page, site, "clerk")
        page.goto(f"{site.address}{DOOR}?lang=zh")
        before = int(page.locator("[data-told=admitted]").inner_text())
        context.set_offline(True)
        page.evaluate(TAPPED, 300)
        expect(page.locator("[data-line]")).to_contain_text("300 待上传")
        expect(page.locator("[data-line]")).to_contain_text("未联网")
        expect(page.locator("[data-verdict]")).to_have_text("可以进入 36.5℃")
        page.route("**/door", loses_the_first_answer)
        context.set_offline(False)
        expect(page.locator("[data-line]")).to_have_text("已全部上传", timeout=20_000)
        assert lost == [200]
        assert page.evaluate(KEPT) == 0
        expect(page.locator("[data-told=admitted]")).to_have_text(str(before + 300))
        page.goto(f"{site.address}{DOOR}?lang=zh")
        expect(page.locator("[data-told=admitted]")).to_have_text(str(before + 300))
    finally:
        context.close()


@pytest.mark.requirement("R23")
def test_one_tap_tells_whoever_stands_at_the_door_what_to_do(clerk: Page, site: Site) -> None:
    ready(clerk, site)
    clerk.goto(f"{site.address}{DOOR}?lang=zh")
    away = int(clerk.locator("[data-told=turned_away]").inner_text())
    verdict = clerk.locator("[data-verdict]")
    for name, said in (
        ("37.2", "可以进入 37.2℃"),
        ("37.3", "体温偏高，不得进入"),
        ("未戴口罩", "请佩戴口罩"),
        ("离开一人", "已离开"),
    ):
        clerk.get_by_role("button", name=name, exact=True).click()
        expect(verdict).to_have_text(said)
    expect(clerk.locator("[data-line]")).to_have_text("已全部上传")
    expect(clerk.locator("[data-told=turned_away]")).to_have_text(str(away + 2))


@pytest.mark.requirement("R23")
def test_the_door_works_without_a_script(browser: Browser, clerk: Page, site: Site) -> None:
    ready(clerk, site)
    with opened(browser, 1024, height=768, java_script_enabled=False) as page:
        enter(page, site, "clerk")
        page.goto(f"{site.address}{DOOR}?lang=zh")
        for name, said in (("36.5", "可以进入"), ("37.3", "不得进入"), ("离开一人", "已离开")):
            pressed(page, name)
            expect(page.locator("[data-verdict]")).to_have_text(said)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("path", "width", "height"),
    [
        (HALLS, 1400, 900),
        (HALLS, 360, 800),
        (WORK, 1400, 900),
        (WORK, 360, 800),
        (DOOR, 1024, 768),
        (DOOR, 360, 800),
        (SCREEN, 1400, 900),
        (SCREEN, 360, 800),
        (f"{SCREEN}?screen=wall", 1920, 1080),
    ],
)
def test_nothing_is_off_screen_and_nobody_is_shut_out(
    browser: Browser, clerk: Page, site: Site, path: str, width: int, height: int, language: str
) -> None:
    ready(clerk, site)
    with opened(browser, width, height=height) as page:
        enter(page, site, "clerk")
        page.goto(f"{site.address}{path}{'&' if '?' in path else '?'}lang={language}")
        assert page.evaluate(OVERFLOW) <= 0
        assert violated(page) == []
