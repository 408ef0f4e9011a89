"""What browsers load is there, named by its content, and licensed."""

from coordgraph.serve.workbench.assets import assets, manifest
from coordgraph.serve.workbench.pages import VIEWS


def test_what_the_manifest_names_is_there_and_nothing_else_but_its_parts() -> None:
    named = {
        file
        for kinds in manifest().values()
        for files in kinds.values()
        for file in ([files] if isinstance(files, str) else files)
    }
    assert named <= set(assets())
    whole = b"".join(one.body for name, one in assets().items() if name[-3:] in {".js", "css"})
    further = set(assets()) - named - {"manifest.json", "THIRD_PARTY.txt"}
    assert [name for name in further if name.encode() not in whole] == []


def test_a_file_named_by_its_content_is_kept_forever_and_others_are_asked_for() -> None:
    style = assets()[manifest()["frame"]["css"]]
    assert style.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in style.headers["cache-control"]
    assert assets()["manifest.json"].headers["cache-control"] == "no-cache"


def test_no_file_asks_another_host() -> None:
    for name, one in assets().items():
        if name.endswith(".css"):
            assert b"url(http" not in one.body
            assert b"@import" not in one.body


def test_files_belong_to_views_that_are_there() -> None:
    assert set(manifest()) <= {"frame", "icon", *(view.name for view in VIEWS)}


def test_what_others_made_is_named_with_its_licence() -> None:
    told = assets()["THIRD_PARTY.txt"].body.decode()
    assert "atkinson-hyperlegible-next" in told
    assert "SIL OPEN FONT LICENSE" in told
