"""Numbers as a language writes them."""

__all__ = ["grouped", "rounded"]

_DIGITS = 4


def grouped(number: int, lang: str) -> str:
    """
    Return a whole number as a language groups its digits.

    >>> grouped(12345, "pt"), grouped(1234, "en"), grouped(1234, "es")
    ('12.345', '1,234', '1234')
    """
    if lang == "es" and abs(number) < 10_000:
        return str(number)
    return f"{number:,}" if lang == "en" else f"{number:,}".replace(",", ".")


def rounded(number: float | None, lang: str) -> str:
    """
    Return a number with four digits that count; nothing for what is not defined.

    >>> rounded(0.0259467, "es"), rounded(114.99999999999999, "en"), rounded(None, "pt")
    ('0,02595', '115', '')
    """
    if number is None:
        return ""
    if isinstance(number, int) or abs(number) >= 10**_DIGITS:
        return grouped(round(number), lang)
    found = f"{number:.{_DIGITS}g}"
    return found if lang == "en" else found.replace(".", ",")
