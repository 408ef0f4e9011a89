"""Which engine checks how many statements."""

from gettext import gettext as _

from coordgraph.errors import InvalidParameter, MissingEngine
from coordgraph.validation.engines.base import Engine
from coordgraph.validation.engines.pyshacl import by_pyshacl
from coordgraph.validation.engines.shacl import by_shacl, is_installed, reads
from coordgraph.validation.statements import Statements

__all__ = ["ENGINES", "LARGE", "chosen"]

ENGINES = ("auto", "pyshacl", "shacl")
"""What ``engine`` may be: the rule's choice, the reference, or the fast one."""

LARGE = 20_000
"""From how many statements on the fast engine checks; the reference takes seconds for them."""


def chosen(engine: str, statements: Statements) -> tuple[str, Engine]:
    """
    Return the name of an engine and the engine itself.

    Parameters
    ----------
    engine
        One of `ENGINES`. ``auto`` is the fast engine from `LARGE` statements on, where it is
        installed and reads them, and else the reference.
    statements
        What is checked.

    Raises
    ------
    MissingEngine
        If the fast engine is asked for and not installed.
    InvalidParameter
        If there is no such engine, or it cannot read the statements.
    """
    if engine not in ENGINES:
        raise InvalidParameter(
            _("No engine is named {engine!r}. Known are: {names}.").format(
                engine=engine, names=", ".join(ENGINES)
            )
        )
    if engine == "shacl" and not is_installed():
        raise MissingEngine("shacl")
    if engine == "shacl" and not reads(statements):
        raise InvalidParameter(
            _(
                "The engine shacl reads no years of more than 18 digits, such as these data"
                " have; pyshacl reads them."
            )
        )
    if engine == "shacl" or (engine == "auto" and _suits_fast(statements)):
        return "shacl", by_shacl
    return "pyshacl", by_pyshacl


def _suits_fast(statements: Statements) -> bool:
    return statements.total >= LARGE and is_installed() and reads(statements)
