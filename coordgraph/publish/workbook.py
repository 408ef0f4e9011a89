"""
Workbooks that people fill in, and that import reads: a sheet a table, a list for each code.

Besides the tables stand two sheets for people: what each column means, and which codes there
are, each with its label and definition.  A cell that points to a row of another sheet offers
the ids that stand there; known actors are offered, too, as most need not be described again.
All cells are text, so that no program takes a year and a month for a day, or an id for a
number.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from coordgraph.actors import labels
from coordgraph.ingest.description import Column, TableDescription
from coordgraph.ingest.template import Template
from coordgraph.ingest.workbook import GUIDES
from coordgraph.namespace import ID, slug
from coordgraph.publish.rows import Filled
from coordgraph.store import Store, text

__all__ = [
    "Code",
    "codes_for",
    "unfit",
    "write_workbook",
]

_ABOUT, _CODES = GUIDES
_LAST = 1_048_576
_LONGEST_PROMPT = 255
_WIDTHS = {_ABOUT: (16, 20, 24, 14, 12, 90), _CODES: (24, 34, 48, 100)}
_LONGEST = 32_767
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_TEXT = "@"
_HEAD = PatternFill("solid", fgColor="DCE6F1")
_NEEDED = PatternFill("solid", fgColor="1F4E79")
_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "guide": "One row a thing; fill in what is known and leave the rest empty. Columns "
        "with a dark head must be filled. Ids are yours to choose; other sheets point to them.",
        "sheet": "sheet",
        "column": "column",
        "title": "other titles",
        "needed": "must be filled",
        "several": "several values",
        "meaning": "meaning",
        "list": "list",
        "code": "code",
        "label": "label",
        "definition": "definition",
        "yes": "yes",
        "between": "between {separator}",
        "not_listed": "{value} is not in the list of codes.",
    },
    "es": {
        "guide": "Una fila por cosa; complete lo que se sabe y deje vacío lo demás. Las "
        "columnas de cabecera oscura son obligatorias. Usted elige los id; otras hojas "
        "apuntan a ellos.",
        "sheet": "hoja",
        "column": "columna",
        "title": "otros títulos",
        "needed": "obligatoria",
        "several": "varios valores",
        "meaning": "significado",
        "list": "lista",
        "code": "código",
        "label": "nombre",
        "definition": "definición",
        "yes": "sí",
        "between": "entre {separator}",
        "not_listed": "{value} no está en la lista de códigos.",
    },
    "pt": {
        "guide": "Uma linha por coisa; preencha o que se sabe e deixe vazio o resto. As "
        "colunas de cabeçalho escuro são obrigatórias. Os ids são à sua escolha; outras folhas "
        "apontam para eles.",
        "sheet": "folha",
        "column": "coluna",
        "title": "outros títulos",
        "needed": "obrigatória",
        "several": "vários valores",
        "meaning": "significado",
        "list": "lista",
        "code": "código",
        "label": "nome",
        "definition": "definição",
        "yes": "sim",
        "between": "entre {separator}",
        "not_listed": "{value} não está na lista de códigos.",
    },
}
_DEFINITIONS = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?thing ?definition { ?thing skos:definition ?definition }
"""
_CLOSED = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX cg: <https://w3id.org/coordgraph/ns#>
SELECT DISTINCT ?thing { { ?thing skos:inScheme ?scheme } UNION { ?thing a cg:Place } }
"""


@dataclass(frozen=True, slots=True)
class Code:
    """What a cell may be to point to something, and what that is."""

    code: str
    label: str
    definition: str
    closed: bool
    """Whether it is of a list that a table cannot add to."""


Codes = Mapping[str, Sequence[Code]]
"""Lists of codes, by what they are called."""


def codes_for(store: Store, tables: Sequence[TableDescription], *, lang: str) -> Codes:
    """
    Return what cells may point to, of what a store describes: lists, as columns share them.

    Parameters
    ----------
    store
        The concept schemes, the places and whatever else cells may point to.
    tables
        The descriptions.
    lang
        The language of labels and definitions.
    """
    closed = {text(row["thing"]) for row in store.select(_CLOSED)}
    actors = {text(quad.subject) for quad in store.quads() if _is_actor(text(quad.subject))}
    things = sorted(closed | actors)
    defined = _definitions(store, lang)
    called = labels(store, things, lang=lang)
    found: dict[str, list[Code]] = {}
    for column, template in (each for table in tables for each in _pointing(table)):
        matched = ((iri, template.match(iri)) for iri in things)
        found[_list_of(column, template)] = [
            Code(cells[column.name], called[iri], defined.get(iri, ""), iri in closed)
            for iri, cells in matched
            if cells and (not column.choices or cells[column.name] in column.choices)
        ]
    return {name: listed for name, listed in sorted(found.items()) if listed}


def _list_of(column: Column, template: Template) -> str:
    """Return what the list is called that a column takes its codes from."""
    return slug(template.stem) if template.stem.endswith("/") else column.name


def _is_actor(iri: str) -> bool:
    return iri.startswith(f"{ID}actor/")


def _pointing(table: TableDescription) -> Iterator[tuple[Column, Template]]:
    """Give the columns whose cells alone name a thing, each with how they do."""
    columns = [column for column in table.columns if column.predicate and not column.virtual]
    for column in columns:
        for template in (column.value, column.about):
            if template is not None and template.names == {column.name} and template.stem:
                yield column, template
                break


def _definitions(store: Store, lang: str) -> Mapping[str, str]:
    return {
        text(row["thing"]): text(row["definition"])
        for row in store.select(_DEFINITIONS)
        if getattr(row["definition"], "language", None) == lang
    }


def write_workbook(
    path: Path, tables: Sequence[Filled], codes: Codes, *, lang: str = "en"
) -> None:
    """
    Write a workbook with a sheet a table, which import reads again.

    Parameters
    ----------
    path
        Where to write.
    tables
        The tables with their rows; without rows, the workbook is a template.
    codes
        What cells may point to, as `codes_for` returns it.
    lang
        The language of titles and explanations.
    """
    book = openpyxl.Workbook(write_only=True)
    lists = {**_own_lists(tables), **_ranges(codes)}
    _about(book, [filled.table for filled in tables], lang)
    for filled in tables:
        _sheet(book, filled, lists, codes=codes, lang=lang)
    _codes(book, codes, lang)
    packed = BytesIO()  # where a disk is full, openpyxl leaves what fails once more at the end
    book.save(packed)
    path.write_bytes(packed.getbuffer())


def _sheet(
    book: Any,
    filled: Filled,
    lists: Mapping[str, str],
    *,
    codes: Codes,
    lang: str,
) -> None:
    sheet = book.create_sheet(filled.table.stem)
    sheet.freeze_panes = "B2"
    columns = [column for column in filled.table.columns if not column.virtual]
    named = {each.name: _list_of(each, to) for each, to in _pointing(filled.table)}
    for place, column in enumerate(columns, 1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = max(14, len(column.name) + 4)
        sheet.column_dimensions[letter].number_format = _TEXT
        name = named.get(column.name, "")
        rule = _validation(column, lists.get(name, ""), codes.get(name, ()), lang=lang)
        rule.add(f"{letter}2:{letter}{_LAST}")
        sheet.data_validations.append(rule)
    sheet.append(
        [_head(sheet, _title(column, lang), needed=column.required) for column in columns]
    )
    for cells in filled.lines():
        sheet.append([_text(sheet, cell) for cell in cells])


def _title(column: Column, lang: str) -> str:
    return next(iter(column.titles.get(lang, ())), column.name)


def _validation(
    column: Column, cells: str, codes: Sequence[Code], *, lang: str
) -> DataValidation:
    """Return what a cell is checked for as it is filled in, and what is said of it then."""
    listed = cells or (f'"{",".join(column.choices)}"' if column.choices else "")
    rule = DataValidation(type="list" if listed else None, formula1=listed or None)
    rule.promptTitle = column.name[:32]
    rule.prompt = _meaning(column, lang)[:_LONGEST_PROMPT]
    rule.showInputMessage = bool(rule.prompt)
    closed = bool(column.choices) or (bool(codes) and all(code.closed for code in codes))
    if listed and closed and not column.separator:
        rule.showErrorMessage = True
        rule.error = _WORDS[lang]["not_listed"].format(value=column.name)
    return rule


def _meaning(column: Column, lang: str) -> str:
    return column.meaning.get(lang) or column.meaning.get("en", "")


def _head(sheet: Any, title: str, *, needed: bool = False) -> Cell:
    cell = _text(sheet, title)
    cell.fill = _NEEDED if needed else _HEAD
    cell.font = Font(bold=True, color="FFFFFF" if needed else "000000")
    cell.alignment = Alignment(vertical="top")
    return cell


def unfit(cell: str) -> bool:
    r"""
    Say whether a workbook cannot hold a text as it is, but only without some of it.

    >>> unfit("Ministry"), unfit("bell\x07"), unfit("a" * 40_000)
    (False, True, True)
    """
    return len(cell) > _LONGEST or bool(_NEVER.search(cell))


def _text(sheet: Any, value: str) -> Cell:
    """Return a cell that is text whatever it looks like, so that no program reinterprets it."""
    value = _NEVER.sub("", value)[:_LONGEST]
    cell = WriteOnlyCell(sheet, value or None)
    if value:
        cell.data_type = "s"
    cell.number_format = _TEXT
    return cell


def _own_lists(tables: Sequence[Filled]) -> Mapping[str, str]:
    """Return where the ids stand that cells may point to, in the sheets of a workbook."""
    found: dict[str, str] = {}
    for filled in tables:
        about = filled.table.about
        if about and len(about.names) == 1 and (name := min(about.names)) in filled.columns:
            letter = get_column_letter(filled.columns.index(name) + 1)
            found[slug(about.stem)] = f"{filled.table.stem}!${letter}$2:${letter}${_LAST}"
    return found


def _ranges(codes: Codes) -> Mapping[str, str]:
    """Return where each list stands in the sheet of codes."""
    found: dict[str, str] = {}
    line = 1
    for name, listed in codes.items():
        found[name] = f"{_CODES}!$B${line + 1}:$B${line + len(listed)}"
        line += len(listed)
    return found


def _codes(book: Any, codes: Codes, lang: str) -> None:
    sheet = book.create_sheet(_CODES)
    words = _WORDS[lang]
    _prepare(sheet, _CODES)
    sheet.append(
        [_head(sheet, words[name]) for name in ("list", "code", "label", "definition")]
    )
    for name, listed in codes.items():
        for code in listed:
            cells = (name, code.code, code.label, code.definition)
            sheet.append([_text(sheet, cell) for cell in cells])


def _about(book: Any, tables: Sequence[TableDescription], lang: str) -> None:
    sheet = book.create_sheet(_ABOUT)
    words = _WORDS[lang]
    _prepare(sheet, _ABOUT)
    heads = ("sheet", "column", "title", "needed", "several", "meaning")
    sheet.append([_head(sheet, words[name]) for name in heads])
    sheet.append([_text(sheet, cell) for cell in ("", "", "", "", "", words["guide"])])
    for table in tables:
        for cells in _explained(table, lang):
            sheet.append([_text(sheet, cell) for cell in cells])


def _explained(table: TableDescription, lang: str) -> Iterator[tuple[str, ...]]:
    words = _WORDS[lang]
    meaning = table.meaning.get(lang) or table.meaning.get("en", "")
    yield (table.stem, "", "", "", "", meaning)
    for column in table.columns:
        if column.virtual:
            continue
        titles = dict.fromkeys(title for title in column.called if title != column.name)
        several = words["between"].format(separator=column.separator)
        yield (
            table.stem,
            column.name,
            ", ".join(titles),
            words["yes"] if column.required else "",
            several if column.separator else "",
            _meaning(column, lang),
        )


def _prepare(sheet: Any, name: str) -> None:
    sheet.freeze_panes = "A2"
    for place, width in enumerate(_WIDTHS[name], 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
