"""The commands of the how-to on tables work in their order, once the workbook is filled in."""

import re
from pathlib import Path

import openpyxl
import pytest

from tests.docs.telling import run
from tests.unit.cli.test_import import as_folder, sound

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "import-tables.md").read_text(encoding="utf-8")


def fill(path: Path) -> None:
    """Fill in a workbook as the page says."""
    book = openpyxl.load_workbook(path)
    for name, (head, *rows) in sound().items():
        titles = [cell.value for cell in book[name][1]]
        for line, row in enumerate(rows, 2):
            for title, cell in zip(head, row, strict=True):
                book[name].cell(line, titles.index(title) + 1, cell)
    book.save(path)


@pytest.mark.long
def test_the_page_can_be_followed(tmp_path: Path) -> None:
    template, import_, use, back = re.findall(r"```sh\n(.+?)\n```", PAGE, flags=re.DOTALL)
    run(template, tmp_path)
    fill(tmp_path / "mine.xlsx")
    as_folder(tmp_path / "folder", sound())
    assert run(import_, tmp_path).said.count("25 statements of 4 rows.") == 2
    used = run(use, tmp_path).said
    assert "actor/state-arg" in used
    assert "actor/state-ury" in used
    again = "The tables say all that the graph says: an import gives it back."
    assert run(back, tmp_path).said.count(again) == 2
