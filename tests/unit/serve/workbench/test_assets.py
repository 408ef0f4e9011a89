"""What browsers load is there, named by its content, and licensed."""

from coordgraph.serve.workbench.assets import FOLDER, manifest
from coordgraph.serve.workbench.pages import VIEWS

ASSETS = {one.name: one.read_bytes() for one in FOLDER.iterdir()}


def test_what_the_manifest_names_is_there_and_nothing_else_but_its_parts() -> None:
    named = {
        file
        for kinds in manifest().values()
        for files in kinds.values()
        for file in ([files] if isinstance(files, str) else files)
    }
    assert named <= set(ASSETS)
    whole = b"".join(one for name, one in ASSETS.items() if name[-3:] in {".js", "css"})
    further = set(ASSETS) - named - {"manifest.json", "THIRD_PARTY.txt"}
    assert [name for name in further if name.encode() not in whole] == []


def test_no_file_asks_another_host() -> None:
    for name, one in ASSETS.items():
        if name.endswith(".css"):
            assert b"url(http" not in one
            assert b"@import" not in one


def test_files_belong_to_pages_that_are_there() -> None:
    pages = {"frame", "icon", "letters", "source", *(view.name for view in VIEWS)}
    assert set(manifest()) <= pages


def test_what_others_made_is_named_with_its_licence() -> None:
    told = ASSETS["THIRD_PARTY.txt"].decode()
    assert "atkinson-hyperlegible-next" in told
    assert "SIL OPEN FONT LICENSE" in told
