"""
The query library: every question the graph can answer, by name.

A question is one ``.rq`` file under ``queries/``.  Its header, YAML in ``#+`` comments, says in
plain words what is asked, which parameters it takes and which columns it returns.  The rest is
SPARQL that runs unchanged in any engine: a parameter is a ``VALUES`` line holding its default,
and asking with another value rewrites that line and nothing else.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from gettext import gettext as _
from pathlib import Path
from typing import Any

import rdflib
import yaml
from pyoxigraph import Literal, NamedNode

from coordgraph.errors import InvalidHeader, InvalidParameter, UnknownParameter, UnknownQuery
from coordgraph.namespace import ID, PREFIXES
from coordgraph.resources import QUERIES
from coordgraph.store import Solutions, Store, Term, as_store

try:  # ten times as fast, where it was built
    from yaml import CSafeLoader as _Loader
except ImportError:
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

__all__ = ["Query", "find", "library", "read", "rules"]

_BROKEN = (  # what is raised where YAML is broken, or a tag of it stands before no such value
    *(yaml.YAMLError, ValueError, LookupError, AttributeError, RecursionError),
)
_REQUIRED = ("summary", "question", "columns")
_LANGUAGES = ("es", "pt")
_RULES = ("infer/", "rows/", "tables/")
_TYPED = re.compile(r'^"(?:[^"\\]|\\.)*"(?:@(?P<lang>[\w-]+)|\^\^(?P<type>\S+))?$')
_PAIR = re.compile(r"\\(?:\\([uU])|.)", re.DOTALL)
_DECLARED = re.compile(r"\bPREFIX\s+(?P<prefix>[^\s:]*):\s*<(?P<iri>[^<>]*)>", re.IGNORECASE)
_CURIE = re.compile(r"^(?P<prefix>[a-z]+):(?P<name>[\w.-]+)$")


@dataclass(frozen=True, slots=True)
class Query:
    """A named question and the SPARQL that answers it."""

    name: str
    summary: str
    question: str
    parameters: Mapping[str, str]
    columns: Mapping[str, str]
    rows: int | None
    sparql: str

    def said(self, lang: str) -> "Query":
        """
        Return the same question as a reader of a language is told of it; in English if unknown.

        >>> find("practices/overview").said("es").summary
        'Las prácticas'
        """
        words = _translations(lang)
        return replace(
            self,
            summary=words.get(self.summary, self.summary),
            question=words.get(self.question, self.question),
            parameters={key: words.get(told, told) for key, told in self.parameters.items()},
            columns={key: words.get(told, told) for key, told in self.columns.items()},
        )

    def run(self, store: Store | rdflib.Graph, **parameters: Term | str) -> Solutions:
        """
        Ask a store, with each given parameter in place of its default.

        A parameter is a term, or a text that is read in the manner of its default: where the
        default is ``<.../id/place/arg>``, ``"mex"`` stands for ``<.../id/place/mex>``.

        Raises
        ------
        UnknownParameter
            If the query takes no parameter of that name.
        InvalidParameter
            If the text can be no such term.
        """
        return as_store(store).select(self.filled(parameters))

    def filled(self, parameters: Mapping[str, Term | str]) -> str:
        """Return the SPARQL with each given parameter in place of its default."""
        terms = {
            name: _written(self.term(name, value) if isinstance(value, str) else value)
            for name, value in parameters.items()
        }

        def line(found: re.Match[str]) -> str:
            term = terms.get(found["name"])
            return found[0] if term is None else f"VALUES ?{found['name']} {{ {term} }}"

        # At once: what is put in is never looked at again.
        return _values_line(r"\w+").sub(line, self.sparql)

    def default(self, name: str) -> str:
        """
        Return the default of a parameter, as it is written in SPARQL.

        Raises
        ------
        UnknownParameter
            If the query takes no parameter of that name.
        """
        if name not in self.parameters:
            raise UnknownParameter(self.name, name, self.parameters)
        found = _values_line(name).search(self.sparql)
        assert found, "a test holds every parameter to its VALUES line"
        return found["default"].strip()

    def term(self, name: str, value: str) -> Term:
        """Return the term that a text stands for, read in the manner of the default."""
        default = self.default(name)
        try:
            if typed := _TYPED.match(default):
                return self._literal(value, typed["lang"], typed["type"])
            if default.startswith("<"):
                return NamedNode(_expand(value, default.strip("<>")))
            return Literal(value, datatype=NamedNode(_number_type(default)))
        except ValueError:
            problem = _(
                "{name!r}: {value!r} cannot stand where {default} stands by default."
            ).format(name=self.name, value=value, default=default)
            raise InvalidParameter(problem) from None

    def _literal(self, value: str, lang: str | None, datatype: str | None) -> Literal:
        if lang:
            return Literal(value, language=lang)
        if datatype is None:
            return Literal(value)
        if datatype.startswith("<"):
            return Literal(value, datatype=NamedNode(datatype.strip("<>")))
        prefix, _, name = datatype.partition(":")
        declared = {found["prefix"]: found["iri"] for found in _DECLARED.finditer(self.sparql)}
        known = {**PREFIXES, **declared}
        if prefix not in known:
            raise ValueError(prefix)
        return Literal(value, datatype=NamedNode(known[prefix] + name))


@cache
def _translations(lang: str) -> Mapping[str, str]:
    """Return what is said in a language, by what is said in English; nothing if unknown."""
    path = QUERIES / "translations" / f"{lang}.yaml"
    if lang not in _LANGUAGES:
        return {}
    found: Mapping[str, str] = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    return found


def _values_line(name: str) -> re.Pattern[str]:
    return re.compile(rf"VALUES \?(?P<name>{name}) \{{(?P<default>[^{{}}]*)\}}")


def _written(term: Term) -> str:
    r"""
    Return a term as every reader of SPARQL takes it.

    Some read ``\\u0022`` before they look for strings, and then see a quotation mark where a
    backslash and a word stand; a ``u`` behind a backslash is written so that none does.

    >>> print(_written(Literal(r"\u0022")))
    "\\\U000000750022"
    """
    return _PAIR.sub(
        lambda found: rf"\\\U{ord(found[1]):08x}" if found[1] else found[0], str(term)
    )


def _number_type(default: str) -> str:
    if default in {"true", "false"}:
        return PREFIXES["xsd"] + "boolean"
    return PREFIXES["xsd"] + ("decimal" if "." in default else "integer")


def _expand(value: str, default: str) -> str:
    """Read ``mex``, ``place/mex``, ``cg:party`` or a whole IRI."""
    value = value.strip().removeprefix("<").removesuffix(">")
    if "://" in value or value.startswith("urn:"):
        return value
    if (curie := _CURIE.match(value)) and curie["prefix"] in PREFIXES:
        return PREFIXES[curie["prefix"]] + curie["name"]
    if "/" in value:
        return ID + value
    return default[: max(default.rfind("/"), default.rfind("#")) + 1] + value


def read(path: Path, *, root: Path = QUERIES) -> Query:
    """
    Read one query file, header and all.

    Raises
    ------
    InvalidHeader
        If the file is no text, or the header no YAML, lacks what every query must say, or says
        it otherwise than in words.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        raise InvalidHeader(path, _("this is no UTF-8 text.")) from None
    header = _header(path, lines)
    name = path.relative_to(root).with_suffix("").as_posix()
    required = _REQUIRED[:1] if name.startswith(_RULES) else _REQUIRED
    if missing := [key for key in required if key not in header]:
        raise InvalidHeader(
            path, _("the header lacks {names}.").format(names=", ".join(missing))
        )
    told = [header["summary"], header.get("question", "")]
    parameters, columns = (header.get(key) or {} for key in ("parameters", "columns"))
    if not all(isinstance(one, str) for one in told) or not all(
        map(_are_words, (parameters, columns))
    ):
        problem = _("summary and question are texts; parameters and columns, texts by name.")
        raise InvalidHeader(path, problem)
    return Query(
        name=name,
        summary=told[0],
        question=told[1],
        parameters=parameters,
        columns=columns,
        rows=header.get("rows"),
        sparql="\n".join(line for line in lines if not line.startswith("#+")).strip() + "\n",
    )


def _are_words(found: Any) -> bool:
    """Say whether something is texts by their names."""
    return isinstance(found, dict) and all(
        isinstance(each, str) for pair in found.items() for each in pair
    )


def _header(path: Path, lines: list[str]) -> dict[str, Any]:
    text = "\n".join(line[2:] for line in lines if line.startswith("#+"))
    try:
        header = yaml.load(text, Loader=_Loader) or {}
    except _BROKEN as error:
        raise InvalidHeader(
            path, _("the header is no YAML: {error}").format(error=error)
        ) from None
    if not isinstance(header, dict):
        raise InvalidHeader(path, _("the header is no list of `key: value` lines."))
    return header


@cache
def library() -> Mapping[str, Query]:
    """Return every question of the library, by name."""
    return {name: query for name, query in _all("**").items() if not name.startswith(_RULES)}


@cache
def rules(folder: str = "infer") -> Mapping[str, Query]:
    """
    Return every rule of a folder, by name.

    ``infer`` derives, ``tables`` spells out the short forms of tables, ``rows`` shortens again.
    """
    return _all(folder)


def _all(folder: str) -> Mapping[str, Query]:
    queries = map(read, sorted(QUERIES.glob(f"{folder}/*.rq")))
    return {query.name: query for query in queries}


def find(name: str) -> Query:
    """
    Return the query of the library that has this name.

    Raises
    ------
    UnknownQuery
        If there is none; the error suggests near names.
    """
    queries = library()
    try:
        return queries[name]
    except KeyError:
        raise UnknownQuery(name, queries) from None
