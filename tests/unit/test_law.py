"""Quoting the law."""

import pytest

from domain.law import Law


def test_a_verified_article_is_quoted_in_both_languages() -> None:
    law = Law("124", "44", verified=True)
    assert law.citation("zh") == "《机动车登记规定》（公安部令第124号）第四十四条"
    assert law.citation("en") == "Order 124, Motor Vehicle Registration, art. 44"


def test_paragraph_and_item_are_named_in_chinese() -> None:
    law = Law("139", "77(1)7", verified=True)
    assert (
        law.citation("zh")
        == "《机动车驾驶证申领和使用规定》（公安部令第139号）第七十七条第一款第七项"
    )
    assert (Law("ARL", "9(2)", verified=True).citation("zh") or "").endswith("第九条第二款")
    assert (Law("105", "19–20", verified=True).citation("zh") or "").endswith("第十九至二十条")


def test_an_article_nobody_has_read_is_not_quoted() -> None:
    assert Law("139", "62", verified=False).citation("zh") is None


def test_a_verified_law_needs_a_known_source() -> None:
    with pytest.raises(ValueError, match="hearsay"):
        Law("hearsay", "1", verified=True)


@pytest.mark.parametrize(
    ("article", "spoken"),
    [
        ("10", "十"),
        ("11", "十一"),
        ("20", "二十"),
        ("100", "一百"),
        ("103", "一百零三"),
        ("112", "一百一十二"),
    ],
)
def test_articles_are_counted_as_laws_count_them(article: str, spoken: str) -> None:
    assert (
        Law("RTSR", article, verified=True).citation("zh")
        == f"《道路交通安全法实施条例》第{spoken}条"
    )
