"""
What a SPARQL text asks for, and how the same is asked page by page.

A text is read only as far as it takes to know this; whether it is SPARQL is for the store that
answers it to say, as many understand more than the standard.
"""

import re
from collections.abc import Sequence
from gettext import gettext as _

from coordgraph.errors import QuerySyntaxError

__all__ = [
    "DATASET",
    "bared",
    "check_depth",
    "columns_of",
    "form_of",
    "is_update",
    "keyword",
    "page",
    "pattern_of",
]


def keyword(*words: str, also: str = "(?!)") -> re.Pattern[str]:
    """
    Return what finds words of SPARQL in a text that `bared` gave.

    Variables and prefixed names are none of them.

    Parameters
    ----------
    words
        Patterns of words.
    also
        A pattern of what is found besides.

    Examples
    --------
    >>> keyword("FROM").search("SELECT ?from (ex:from(?until) AS ?x) FROM ex:g {").start()
    37
    """
    return re.compile(rf"{also}|(?<![\w:?$.@-])(?:{'|'.join(words)})(?![\w:-])", re.IGNORECASE)


_UNREAD = re.compile(
    r"""
    <[^<>"{}|^`\\\x00-\x20]*>                          # IRIs
    # strings, also those that do not end
    | (?<!\\)\"{3}(?:[^"\\]|\\.|\"{1,2}(?!\"))*+(?:\"{3}|\Z)
    | (?<!\\)'{3}(?:[^'\\]|\\.|'{1,2}(?!'))*+(?:'{3}|\Z)
    | (?<!\\)"(?:[^"\\\n]|\\.)*+"? | (?<!\\)'(?:[^'\\\n]|\\.)*+'?
    | (?<!\\)\#[^\n]*                                  # comments
    """,
    re.VERBOSE | re.DOTALL,
)
_FORM = re.compile(
    r"""
    \s*(?:BASE\s+ | PREFIX\s+[^\s:]*:\s+ | DEFINE\s+\S+\s++\d*+\s*+)*
    (?P<form>[A-Z]+)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_QUERIES = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
_UPDATES = {
    *("INSERT", "DELETE", "WITH", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD"),
}
_BRACKET = re.compile(r"[(){}\[\]]")
_STEP = re.compile(
    r"[!*/+^|]|&&|(?<![\w:.-])-|\b(?:UNION|OPTIONAL|MINUS|FILTER|BIND|GRAPH|LET|NOT)\b",
    re.IGNORECASE,
)
_DEEPEST = 200
_MOST_STEPS = 2_000
_ORDERED = keyword(r"ORDER\s+BY")
_LIMITED = keyword("LIMIT", "OFFSET")
_BEFORE_PATTERN = keyword("FROM", "WHERE", also=r"\{")
_COLUMN = re.compile(
    r"[?$](\w+) | \((?:[^()]|\((?:[^()]|\([^()]*+\))*+\))*?\bAS\s+[?$](\w+)\s*\)",
    re.IGNORECASE | re.VERBOSE,
)
_AROUND_COLUMNS = re.compile(r"\s*(?:DISTINCT|REDUCED)?\s*", re.IGNORECASE)
DATASET = keyword("FROM")
"""Where a query names its graphs, before its pattern."""


def form_of(sparql: str) -> str:
    """
    Return ``SELECT``, ``ASK``, ``CONSTRUCT`` or ``DESCRIBE``.

    Raises
    ------
    QuerySyntaxError
        If the text is no query.

    Examples
    --------
    >>> form_of("PREFIX ask: <urn:construct#> SELECT * { ?s ?p ?o }  # ASK")
    'SELECT'
    """
    word = _first_word(bared(sparql))
    if word in _UPDATES:
        raise QuerySyntaxError(
            _("{word} changes what a store holds; this asks only.").format(word=word)
        )
    if word not in _QUERIES:
        problem = _("it opens with none of SELECT, ASK, CONSTRUCT, DESCRIBE.")
        raise QuerySyntaxError(
            _("The query is not SPARQL 1.1: {problem}").format(problem=problem)
        )
    return word


def check_depth(sparql: str) -> None:
    """
    Refuse a text that is nested so deeply, or so long a chain, that its parser would fail.

    Raises
    ------
    QuerySyntaxError
        If brackets stand in each other more than 200 deep, or there are more than 2,000
        operators.

    Examples
    --------
    >>> check_depth("ASK " + "{" * 200 + "}" * 200)
    """
    bare, depth = bared(sparql), 0
    for sign in _BRACKET.findall(bare):
        depth += 1 if sign in "([{" else -1
        if depth > _DEEPEST:
            problem = _("brackets stand in each other more than {most} deep.").format(
                most=_DEEPEST
            )
            raise QuerySyntaxError(
                _("The query is nested too deeply: {problem}").format(problem=problem)
            )
    if len(_STEP.findall(bare)) > _MOST_STEPS:
        raise QuerySyntaxError(
            _(
                "The query is too long: it has more than {most:,} operators. Values stand "
                "better in VALUES."
            ).format(most=_MOST_STEPS)
        )


def is_update(sparql: str) -> bool:
    """Return whether a text is an update, by its first word after the prefixes."""
    return _first_word(bared(sparql)) in _UPDATES


def page(sparql: str, columns: Sequence[str], *, limit: int, offset: int) -> str | None:
    """
    Return a SELECT that answers with a part of the rows of an ordered SELECT, else None.

    Rows that the order leaves equal are put in order by all columns, so that no row stands on
    two pages, nor on none.  The query stands in another one, as servers that limit how many
    rows they sort ask for.

    >>> print(page("SELECT ?s { ?s ?p ?o } ORDER BY ?o", ["s"], limit=10, offset=20))
    SELECT ?s { {
    SELECT ?s { ?s ?p ?o } ORDER BY ?o
    ?s
    } }
    LIMIT 10 OFFSET 20
    >>> page("SELECT ?s { ?s ?p ?o }", ["s"], limit=10, offset=20)
    """
    bare = bared(sparql)
    found = _FORM.match(bare)
    opening, closing = bare.find("{"), bare.rfind("}")
    if not found or opening < 0 or not all(re.fullmatch(r"\w+", name) for name in columns):
        return None
    tail = bare[closing + 1 :]
    whole = _ORDERED.search(tail) and not _LIMITED.search(tail)
    if not whole or DATASET.search(bare[:opening]):
        return None
    start = found.start("form")
    names = " ".join(f"?{name}" for name in columns)
    asked = f"SELECT {names} {{ {{\n{sparql[start:]}\n{names}\n}} }}"
    return f"{sparql[:start]}{asked}\nLIMIT {limit} OFFSET {offset}"


def pattern_of(construct: str) -> str:
    """
    Return a SELECT of all that a CONSTRUCT fills its template with.

    >>> pattern_of("CONSTRUCT { ?s a ?o } WHERE { ?s ?p ?o } LIMIT 5")
    'SELECT * WHERE { ?s ?p ?o } LIMIT 5'
    """
    bare = bared(construct)
    found = _FORM.match(bare)
    assert found, "the form is known by now"
    end = found.end("form")
    if template := re.compile(r"\s*\{[^{}]*\}").match(bare, end):
        end = template.end()
    return f"{construct[: found.start('form')]}SELECT *{construct[end:]}"


def columns_of(select: str) -> frozenset[str] | None:
    """
    Return the names of the columns that a SELECT asks for; None if it asks for any.

    >>> sorted(columns_of("SELECT DISTINCT ?a (COUNT(*) AS ?b) WHERE { ?a ?p ?o }"))
    ['a', 'b']
    >>> columns_of("SELECT * { ?a ?p ?o }")
    """
    bare = bared(select)
    found = _FORM.match(bare)
    end = _BEFORE_PATTERN.search(bare, found.end("form")) if found else None
    if not found or not end:
        return None
    listed = bare[found.end("form") : end.start()]
    names = frozenset(one[1] or one[2] for one in _COLUMN.finditer(listed))
    rest = _COLUMN.sub(" ", listed)
    return names if names and _AROUND_COLUMNS.fullmatch(rest) else None


def bared(sparql: str) -> str:
    """Return the text with blanks for IRIs, strings and comments: the places stay."""
    return _UNREAD.sub(lambda found: " " * len(found[0]), sparql)


def _first_word(bare: str) -> str:
    found = _FORM.match(bare)
    return found["form"].upper() if found else ""
