"""A sum of money as people write it."""

from babel.numbers import format_decimal

from api.language import Language


def sum_text(fen: int, language: Language) -> str:
    amount = format_decimal(fen / 100, "#,##0.00", locale="en")
    return f"{amount} 元" if language == "zh" else f"CNY {amount}"
