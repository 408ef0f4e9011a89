"""``coordgraph build``: the whole dataset as a folder."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from coordgraph.cli import options
from coordgraph.namespace import ID, shrink
from coordgraph.publish.release import Release
from coordgraph.publish.release import build as build_release
from coordgraph.validation import Severity

__all__ = ["build"]

_TOP = 5
_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "mechanisms": "{Practice} practices, {Mechanism} mechanisms of coordination "
        "({Agreement} of them agreements), {Participation} participations,",
        "actors": "{bodies} institutions and units, {ActorGroup} groups known only by kind, "
        "{State} states; {LevelClaim} claims on levels, {Discrepancy} discrepancies.",
        "statements": "Statements: {total} ({listed}).",
        "conforms": "Conforms to its shapes, with {warnings} warnings and {remarks} remarks:",
        "places": "`coordgraph validate` shows each with its place in the sources.",
        "top": "Strongest in the practices (sum of mechanisms shared, number of counterparts):",
        "states": "States with most agreements (sum, number of counterparts):",
        "group": "a group",
        "files": "Files in {folder}:",
    },
    "es": {
        "mechanisms": "{Practice} prácticas, {Mechanism} mecanismos de coordinación "
        "({Agreement} de ellos acuerdos), {Participation} participaciones,",
        "actors": "{bodies} instituciones y unidades, {ActorGroup} grupos conocidos solo por "
        "su tipo, {State} Estados; {LevelClaim} afirmaciones sobre niveles, "
        "{Discrepancy} discrepancias.",
        "statements": "Enunciados: {total} ({listed}).",
        "conforms": "Conforme a sus formas, con {warnings} advertencias y "
        "{remarks} observaciones:",
        "places": "`coordgraph validate` muestra cada una con su lugar en las fuentes.",
        "top": "Quienes más coordinan en las prácticas (suma de mecanismos, contrapartes):",
        "states": "Estados con más acuerdos (suma, contrapartes):",
        "group": "un grupo",
        "files": "Archivos en {folder}:",
    },
    "pt": {
        "mechanisms": "{Practice} práticas, {Mechanism} mecanismos de coordenação "
        "({Agreement} deles acordos), {Participation} participações,",
        "actors": "{bodies} instituições e unidades, {ActorGroup} grupos conhecidos apenas "
        "pelo tipo, {State} Estados; {LevelClaim} afirmações sobre níveis, "
        "{Discrepancy} discrepâncias.",
        "statements": "Enunciados: {total} ({listed}).",
        "conforms": "Conforme às suas formas, com {warnings} avisos e {remarks} observações:",
        "places": "`coordgraph validate` mostra cada uma com o seu lugar nas fontes.",
        "top": "Quem mais coordena nas práticas (soma de mecanismos, contrapartes):",
        "states": "Estados com mais acordos (soma, contrapartes):",
        "group": "um grupo",
        "files": "Arquivos em {folder}:",
    },
}


@click.command(name="build")
@click.option(
    "--out",
    metavar="DIR",
    default="coordgraph-build",
    show_default=True,
    type=options.PATH,
    help="Where the files go; an earlier build there is replaced.",
)
@click.option(
    "--store",
    metavar="DIR",
    type=options.PATH,
    help="Make an on-disk store, too, for --store of other commands.",
)
@options.language
@options.quiet
def build(out: Path, store: Path | None, lang: str, *, quiet: bool) -> None:
    """
    Make the whole dataset: RDF in six formats, tables, figures and a summary.

    The sources become named graphs, ties are derived by rule, and the result is checked
    against the shapes: a violation stops the build and nothing is written.
    """
    release = build_release(
        out,
        store=store,
        lang=lang,
        progress=lambda step: None if quiet else click.echo(f"... {step}", err=True),
    )
    if not quiet:
        click.echo("\n".join(_summary(release, lang)))


def _summary(release: Release, lang: str) -> Iterator[str]:
    words = _WORDS[lang]
    counts = {
        **release.counts,
        "bodies": release.counts["Institution"] + release.counts["Unit"],
    }
    listed = ", ".join(f"{name} {number}" for name, number in release.statements.items())
    yield ""
    yield words["mechanisms"].format(**counts)
    yield words["actors"].format(**counts)
    yield words["statements"].format(total=sum(release.statements.values()), listed=listed)
    yield ""
    yield from _checked(release, lang)
    yield ""
    for name, table in (("top", release.table), ("states", release.states_table)):
        yield words[name]
        for row in table.to_pylist()[:_TOP]:
            mark = f" ({words['group']})" if row["group"] else ""
            yield f"  {row['strength']:>5g} {row['degree']:>4}  {row['label']}{mark}"
    yield ""
    yield words["files"].format(folder=release.folder)
    yield from _folded(release.files)


def _checked(release: Release, lang: str) -> Iterator[str]:
    warnings = release.report.of(Severity.WARNING)
    remarks = release.report.count(Severity.INFO)
    yield _WORDS[lang]["conforms"].format(warnings=len(warnings), remarks=remarks)
    for finding in warnings:
        where = finding.place or shrink(finding.focus)
        yield f"  {where}: {finding.text(lang).replace(ID, '')}"
    yield _WORDS[lang]["places"]


def _folded(files: tuple[str, ...]) -> Iterator[str]:
    folders: dict[str, list[str]] = {}
    for name in files:
        folder, _, base = name.rpartition("/")
        folders.setdefault(folder, []).append(base)
    for folder, names in folders.items():
        yield f"  {folder + '/: ' if folder else ''}{', '.join(names)}"
