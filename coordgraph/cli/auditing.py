"""How the outcome of looking a release over is told."""

from collections.abc import Mapping, Sequence

import click

from coordgraph.cli.output import chosen, rows_as
from coordgraph.publish.site.audit.result import Result

__all__ = ["tell"]

_MOST = 20
_COLUMNS = ("check", "outcome", "looked", "of", "problems", "note")
_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "checksums": "files have their checksums",
        "compressed copies": "compressed copies hold the same",
        "canonical form": "N-Quads are canonical",
        "dumps": "dumps hold the same statements",
        "second parser": "a second parser reads the same",
        "data of things": "formats of each thing say the same",
        "IRIs": "IRIs lead to pages and data",
        "languages": "pages are there in all languages",
        "links": "links lead somewhere",
        "statistics": "statistics are true",
        "dates": "dates are valid",
        "catalogue": "files are as the catalogue says",
        "FAIR": "what reuse needs is stated",
        "negotiation": "the server gives what is asked for",
        "passed": "ok",
        "failed": "FAILS",
        "skipped": "not checked",
        "more": "{number} more",
    },
    "es": {
        "checksums": "los archivos tienen sus sumas de verificación",
        "compressed copies": "las copias comprimidas contienen lo mismo",
        "canonical form": "N-Quads son canónicos",
        "dumps": "los volcados contienen los mismos enunciados",
        "second parser": "un segundo analizador lee lo mismo",
        "data of things": "los formatos de cada cosa dicen lo mismo",
        "IRIs": "las IRI llevan a páginas y datos",
        "languages": "las páginas están en todos los idiomas",
        "links": "los enlaces llevan a alguna parte",
        "statistics": "las estadísticas son ciertas",
        "dates": "las fechas son válidas",
        "catalogue": "los archivos son como dice el catálogo",
        "FAIR": "consta lo que la reutilización necesita",
        "negotiation": "el servidor da lo que se le pide",
        "passed": "bien",
        "failed": "FALLA",
        "skipped": "sin comprobar",
        "more": "{number} más",
    },
    "pt": {
        "checksums": "os arquivos têm as suas somas de verificação",
        "compressed copies": "as cópias comprimidas contêm o mesmo",
        "canonical form": "N-Quads são canônicos",
        "dumps": "os despejos contêm os mesmos enunciados",
        "second parser": "um segundo analisador lê o mesmo",
        "data of things": "os formatos de cada coisa dizem o mesmo",
        "IRIs": "as IRIs levam a páginas e dados",
        "languages": "as páginas existem em todos os idiomas",
        "links": "os links levam a algum lugar",
        "statistics": "as estatísticas são verdadeiras",
        "dates": "as datas são válidas",
        "catalogue": "os arquivos são como diz o catálogo",
        "FAIR": "consta o que a reutilização precisa",
        "negotiation": "o servidor dá o que se pede",
        "passed": "bem",
        "failed": "FALHA",
        "skipped": "não verificado",
        "more": "mais {number}",
    },
}


def tell(results: Sequence[Result], *, form: str | None, lang: str) -> bool:
    """Print what checks found, and return whether all passed."""
    form, words = chosen(form), _WORDS[lang]
    rows_as(form, _COLUMNS, [_row(result, words, short=form == "table") for result in results])
    if form == "table":
        for result in results:
            _list(result, words)
    return all(result.passed for result in results)


def _row(result: Result, words: Mapping[str, str], *, short: bool) -> dict[str, object]:
    skipped = bool(result.note) and not result.looked
    outcome = "failed" if not result.passed else "skipped" if skipped else "passed"
    return {
        "check": words[result.check],
        "outcome": words[outcome],
        "looked": result.looked,
        "of": result.of,
        "problems": len(result.problems) if short else result.problems,
        "note": result.note,
    }


def _list(result: Result, words: Mapping[str, str]) -> None:
    if result.problems:
        click.echo(f"{words[result.check]}: {words['failed']}")
        for problem in result.problems[:_MOST]:
            click.echo(f"  {problem}")
        if len(result.problems) > _MOST:
            click.echo("  " + words["more"].format(number=len(result.problems) - _MOST))
