"""Every command and program that a page shows runs in a test, or it is said why not."""

from pathlib import Path

import pytest

from tests.docs.pages import ROOT, blocks, pages

HERE = Path(__file__).parent
LANGUAGES = ("sh", "python", "sparql", "turtle")

RUN_BY = {
    "README.md": "test_readme.py",
    "README.es.md": "test_translations.py",
    "README.pt.md": "test_translations.py",
    "docs/explanation/brokerage.md": "test_measure_pages.py",
    "docs/explanation/chance.md": "test_chance.py",
    "docs/explanation/levels-as-layers.md": "test_levels_and_questions.py",
    "docs/explanation/measures.md": "test_measures.py",
    "docs/explanation/policy-questions.md": "test_levels_and_questions.py",
    "docs/explanation/projections.md": "test_projections.py",
    "docs/explanation/published-measures.md": "test_published_measures.py",
    "docs/explanation/robustness.md": "test_measure_pages.py",
    "docs/explanation/spark.md": "test_spark_page.py",
    "docs/explanation/stability.md": "test_stability.py",
    "docs/explanation/tests.md": "test_measure_pages.py",
    "docs/how-to/add-a-practice.md": "test_add_a_practice.py",
    "docs/how-to/compare-releases.md": "test_store_and_diff_pages.py",
    "docs/how-to/explain-a-number.md": "test_explain_a_number.py",
    "docs/how-to/import-tables.md": "test_import_tables.py",
    "docs/how-to/large-stores.md": "test_store_and_diff_pages.py",
    "docs/how-to/link-names.md": "test_link_names.py",
    "docs/how-to/open-in-other-programs.md": "test_open_in_other_programs.py",
    "docs/how-to/publish-a-dataset.md": "test_publish_a_dataset.py",
    "docs/how-to/serve.md": "test_serving_pages.py",
    "docs/how-to/use-a-notebook.md": "test_notebooks.py",
    "docs/how-to/use-an-endpoint.md": "test_serving_pages.py",
    "docs/how-to/workbench.md": "test_serving_pages.py",
    "docs/tutorials/analyst.md": "test_tutorials.py",
    "docs/tutorials/publisher.md": "test_tutorials.py",
    "docs/tutorials/researcher.md": "test_tutorials.py",
}

NOT_RUN = {
    "CONTRIBUTING.md": "it installs, and runs these very tests; .ci/run does both",
    "docs/how-to/release.md": "it takes an hour, and runs these tests; .ci/release does it",
    "docs/explanation/faults.md": "it runs tests, of which .ci/run runs the quickest",
}


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


WITH_CODE = [page for page in pages() if blocks(page, *LANGUAGES)]


@pytest.mark.parametrize("page", WITH_CODE, ids=name)
def test_a_page_with_code_has_a_test_that_reads_it(page: Path) -> None:
    if name(page) in NOT_RUN:
        return
    assert name(page) in RUN_BY, "name the test that runs its blocks, or say why none does"
    reader = (HERE / RUN_BY[name(page)]).read_text(encoding="utf-8")
    assert page.name in reader or f'"{page.stem}"' in reader


def test_no_page_is_listed_that_shows_no_code() -> None:
    assert sorted([*RUN_BY, *NOT_RUN]) == sorted(map(name, WITH_CODE))
