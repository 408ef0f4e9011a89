"""Shapes are read rule by rule, each with what it asks and the examples that break it."""

from pathlib import Path

from coordgraph.namespace import CG, PREFIXES
from coordgraph.publish.site.shapes.reading import FOLDER, shapes


def test_every_file_but_what_is_shared_is_a_shape() -> None:
    names = {path.stem for path in FOLDER.glob("*.ttl")}
    assert names - set(shapes()) == {"common"}


def test_rules_stand_in_the_order_of_their_file() -> None:
    shape = shapes()["mechanism"]
    written = (FOLDER / "mechanism.ttl").read_text("utf-8")
    places = [written.index(f"\ncg:MechanismShape-{rule.name}\n") for rule in shape.rules]
    assert places == sorted(places)
    assert shape.targets[0] == ("targetClass", f"{CG}Mechanism")
    assert shape.classes == (f"{CG}Mechanism",)


def test_a_rule_says_what_it_asks_and_which_terms_it_names() -> None:
    rules = {rule.name: rule for rule in shapes()["mechanism"].rules}
    kinds = [demand.kind for demand in rules["kind"].demands]
    assert kinds == ["minCount", "maxCount", "node"]
    assert len(rules["level"].demands[0].values) == 3
    assert rules["levelGiven"].terms == {"", f"{CG}levelStated", f"{CG}level"}
    assert rules["practice"].severity == "Warning"


def test_dates_may_be_of_any_precision() -> None:
    rule = next(rule for rule in shapes()["agreement"].rules if rule.name == "signedOn")
    dates = {f"{PREFIXES['xsd']}{name}" for name in ("date", "gYearMonth", "gYear")}
    assert dates < rule.terms


def test_a_rule_may_look_at_what_points_to_a_thing() -> None:
    rule = next(rule for rule in shapes()["practice"].rules if rule.name == "mechanisms")
    assert (rule.path, rule.inverse) == (f"{CG}inPractice", True)


def test_every_rule_speaks_and_has_an_example_and_no_example_is_left_out() -> None:
    shown = 0
    for shape in shapes().values():
        assert set(shape.labels) == set(shape.comments) == {"en", "es", "pt"}, shape.name
        shown += len(shape.sound) + sum(len(rule.broken) for rule in shape.rules)
        for rule in shape.rules:
            assert set(rule.messages) == {"en", "es", "pt"}, (shape.name, rule.name)
            assert rule.broken, (shape.name, rule.name)
            assert bool(rule.query) != bool(rule.path), (shape.name, rule.name)
    assert shown == len(list(Path(FOLDER / "examples").glob("*/*.ttl")))
