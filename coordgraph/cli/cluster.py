"""What commands do on Spark instead of here."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from gettext import gettext as _
from importlib.util import find_spec
from time import monotonic
from typing import Any, Literal

import click

from coordgraph.cli.output import chosen, rows_as
from coordgraph.cli.reading import left_out, nobody
from coordgraph.errors import CallError, MissingSpark
from coordgraph.network.selection import Selection
from coordgraph.network.tie_rows import SHORT_COLUMNS, TIE_COLUMNS
from coordgraph.network.weights import Weight

__all__ = [
    "Cluster",
    "cluster_of",
    "measures_there",
    "refuse_without_spark",
    "ties_there",
]

_Target = Literal["parquet", "csv"]

_EVERY = 10
"""Seconds between rounds that are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """
    Where and how Spark works.

    Attributes
    ----------
    master
        The master, as Spark names it.
    settings
        Settings of Spark.
    work
        The folder for what is made on the way; None for one of this machine.
    wait
        How many seconds to wait for a worker; None for as many as there are by default.
    max_bad
        How many lines may be no statements.
    quiet
        Whether nothing is said but the answer.
    """

    master: str
    settings: dict[str, str]
    work: str | None
    wait: int | None
    max_bad: int
    quiet: bool

    def tell(self, step: str) -> None:
        """Say what begins."""
        if not self.quiet:
            click.echo(f"... {step}", err=True)


def cluster_of(  # noqa: PLR0913 - one parameter an option
    *,
    master: str | None,
    conf: tuple[str, ...],
    work: str | None,
    wait: int | None,
    max_bad: int | None,
    quiet: bool,
) -> Cluster:
    """Return what the options say of a cluster."""
    settings = dict(_setting(text) for text in conf)
    return Cluster(
        master=master or "local[*]",
        settings=settings,
        work=work,
        wait=wait,
        max_bad=max_bad or 0,
        quiet=quiet,
    )


def refuse_without_spark(**options: Any) -> None:
    """Refuse options of Spark where it is not asked for."""
    for name, value in options.items():
        if value not in (None, ()):
            option = name.replace("_", "-")
            raise CallError(
                _("--{option} goes with --engine spark: add that, or leave it out.").format(
                    option=option
                )
            )


def _setting(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (name and equals):
        raise CallError(
            _("{text!r} is no setting. Write NAME=VALUE, as spark.executor.memory=4g.").format(
                text=text
            )
        )
    return name, value


def _rounds(tell: Callable[[str], None], *, every: float = _EVERY) -> Callable[[str], None]:
    """Return what tells the round that a measure is at, now and then."""
    last = monotonic()

    def told(name: str) -> None:
        nonlocal last
        measure, number = name.rpartition("-")[::2]
        if number.isdigit() and monotonic() - last >= every:
            tell(_("{measure}, round {number}").format(measure=measure, number=number))
            last = monotonic()

    return told


@contextmanager
def _begun(cluster: Cluster) -> Iterator[Any]:
    if find_spec("pyspark") is None:
        raise MissingSpark("pyspark", "`pip install 'coordgraph[spark]'` installs it.")
    from coordgraph.spark.session import WORKING_WITHIN, session
    from coordgraph.spark.work import working

    cluster.tell(_("asking {master}").format(master=cluster.master))
    within = cluster.wait or WORKING_WITHIN
    with (
        session(cluster.master, cluster.settings, within=within) as spark,
        working(spark, cluster.master, cluster.work, tell=_rounds(cluster.tell)) as work,
    ):
        yield work


def _sources(data: tuple[str, ...], store_dir: str | None, endpoint: str | None) -> list[str]:
    for given, option in ((store_dir, "--store"), (endpoint, "--endpoint")):
        if given is not None:
            raise CallError(
                _(
                    "Spark reads files, and not what {option} names: write that as .nq or, "
                    "with `coordgraph incidence --out FILE.parquet`, as a table; then give it "
                    "as --data."
                ).format(option=option)
            )
    return list(data)


@dataclass(frozen=True, slots=True)
class _Made:
    """Ties that are kept on the cluster, and what they were made of."""

    dump: Any
    incidence: Any
    ties: Any
    participations: int
    ego: str | None
    began: float


def ties_there(
    actor: str | None, form: str | None, out: str | None, cluster: Cluster, **choices: Any
) -> None:
    """Print the ties that Spark makes, or have it write them."""
    sources = _sources(*(choices.pop(name) for name in ("data", "store_dir", "endpoint")))
    target = _target(form) if out is not None else None
    lang = choices["lang"]
    with _begun(cluster) as work:
        from coordgraph.spark.facts import actors_of
        from coordgraph.spark.rows import ends_of, tie_rows

        made = _made(work, sources, actor, cluster, named=out is None, **choices)
        if out is not None and target is not None:
            _written(out, target, made, cluster, lang=lang)
            return
        known = actors_of(made.dump.said, ends_of(made.ties), lang=lang)
        listed = list(tie_rows(made.ties, known, made.ego))
        if made.dump.said is not None and made.dump.said.bad:
            _tell_all(cluster, _read(made.dump))
    shown = chosen(form)
    rows_as(shown, SHORT_COLUMNS if shown == "table" else TIE_COLUMNS, listed)


def _made(  # noqa: PLR0913 - one parameter an option
    work: Any,
    sources: list[str],
    actor: str | None,
    cluster: Cluster,
    *,
    named: bool,
    weight: Weight,
    max_ties: int | None,
    lang: str,
    **selection: Any,
) -> _Made:
    from coordgraph.spark import rows, ties
    from coordgraph.spark.facts import actor_named

    began, asked = monotonic(), Selection(**selection)
    dump, left = _selected(work, sources, cluster, asked)
    ego = actor and actor_named(dump.said, dump.takings, actor, lang=lang)
    expected = _held(cluster, left, asked, max_ties)
    made = rows.of_actor(ties.projection(left.incidence, weight=weight, named=named), ego)
    kept = work.keep(made, "ties")
    return _Made(dump, left.incidence, kept, expected.participations, ego, began)


def _selected(
    work: Any, sources: list[str], cluster: Cluster, asked: Selection
) -> tuple[Any, Any]:
    """Read dumps or tables; return them, and what a selection leaves."""
    from coordgraph.spark import job

    dump = job.opened(work, sources, max_bad=cluster.max_bad, tell=cluster.tell)
    return dump, job.selected(work, dump, asked, tell=cluster.tell)


def _held(cluster: Cluster, left: Any, asked: Selection, max_ties: int | None) -> Any:
    """Return what is foreseen of what is left; refuse too many ties; say what is missing."""
    from coordgraph.spark import ties

    expected = ties.foreseen(left.incidence)
    ties.hold(expected, max_ties)
    _tell_all(cluster, left_out(left.undated, left.unlevelled, asked))
    if not expected.participations:
        _tell_all(cluster, [nobody()])
    cluster.tell(_("making at most {ties:,} ties").format(ties=expected.ties))
    return expected


def _tell_all(cluster: Cluster, messages: Iterable[str]) -> None:
    if not cluster.quiet:
        for message in messages:
            click.echo(message, err=True)


def _read(dump: Any) -> Iterator[str]:
    said = dump.said
    if said is not None:
        yield _("{lines:,} lines read, {bad:,} of them bad.").format(
            lines=said.lines, bad=said.bad
        )
        yield from said.sample


def _target(form: str | None) -> _Target:
    if form not in (None, "csv", "parquet"):
        raise CallError(
            _("Spark writes Parquet, or CSV with --format csv; not {form}.").format(form=form)
        )
    return "csv" if form == "csv" else "parquet"


def _written(out: str, form: _Target, made: _Made, cluster: Cluster, *, lang: str) -> None:
    from coordgraph.spark.describing import described
    from coordgraph.spark.ties import vertices
    from coordgraph.spark.writing import into

    said = made.dump.said
    actors = described(said, vertices(made.incidence), lang=lang)
    summary = {
        "ties": made.ties.count(),
        "actors": actors.count(),
        "participations": made.participations,
        "lines": said and said.lines,
        "bad_lines": said and said.bad,
        "sample": said and said.sample,
        "seconds": round(monotonic() - made.began, 1),
    }
    into(out, ties=made.ties, actors=actors, summary=summary, form=form)
    told = "{actors:,} actors, {ties:,} ties, {seconds} s".format(**summary)
    _tell_all(cluster, [*_read(made.dump), f"{out}: {told}."])


def measures_there(
    measures: tuple[str, ...],
    form: str | None,
    out: str | None,
    cluster: Cluster,
    **choices: Any,
) -> None:
    """Print the measures that Spark takes, or have it write them."""
    sources = _sources(*(choices.pop(name) for name in ("data", "store_dir", "endpoint")))
    target = _target(form) if out is not None else None
    lang, began = choices["lang"], monotonic()
    with _begun(cluster) as work:
        from coordgraph.spark.measures.rows import MEASURED, measure_rows
        from coordgraph.spark.measures.table import check

        names = list(dict.fromkeys(measures or MEASURED))
        check(names)
        dump, found = _measured(work, sources, names, cluster, **choices)
        _tell_all(cluster, found.notes)
        if out is not None and target is not None:
            from coordgraph.spark.writing import measures_into

            summary = {
                "actors": found.frame.count(),
                "rounds": found.rounds,
                "notes": found.notes,
                "seconds": round(monotonic() - began, 1),
            }
            measures_into(out, measures=found.frame, summary=summary, form=target)
            told = "{actors:,} actors, {seconds} s".format(**summary)
            _tell_all(cluster, [*_read(dump), f"{out}: {told}."])
            return
        listed = measure_rows(found.frame, dump.said, lang=lang)
    shown = chosen(form)
    known = ("actor", "label", "kind", "country")[shown == "table" :]
    rows_as(shown, (*known, *names, "group"), listed)


def _measured(  # noqa: PLR0913 - one parameter an option
    work: Any,
    sources: list[str],
    names: list[str],
    cluster: Cluster,
    *,
    weight: Weight,
    max_ties: int | None,
    lang: str,
    **selection: Any,
) -> tuple[Any, Any]:
    from coordgraph.spark.measures.graph import graph_of
    from coordgraph.spark.measures.table import measured

    del lang
    asked = Selection(**selection)
    dump, left = _selected(work, sources, cluster, asked)
    _held(cluster, left, asked, max_ties)
    graph = graph_of(work, left.incidence, weight=weight)
    return dump, measured(graph, names, tick=cluster.tell)
