"""The command line speaks English, Spanish and Portuguese."""

import os

import click
import pytest
from click.testing import CliRunner, Result

from coordgraph.cli import coordgraph
from coordgraph.cli.speech import listened, paragraphs, spoken


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner(env=environment).invoke(coordgraph, arguments)


def test_english_is_spoken_if_nothing_else_is_asked_for() -> None:
    assert "Who coordinates with whom" in run("--help").output


def test_who_calls_nothing_is_told_what_there_is() -> None:
    done = run(COORDGRAPH_LANG="pt")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Criar o conjunto de dados inteiro" in done.stderr


def test_a_shell_completes_commands_and_options() -> None:
    def completed(typed: str, at: int) -> str:
        asked = {"COMP_WORDS": typed, "COMP_CWORD": str(at)}
        return run(_COORDGRAPH_COMPLETE="bash_complete", **asked).stdout

    assert completed("coordgraph ti", 1) == "plain,ties\n"
    assert completed("coordgraph ties --form", 2) == "plain,--format\n"


@pytest.mark.parametrize("arguments", [("--lang", "es", "--help"), ("--help", "--lang=es")])
def test_help_is_in_the_language_of_the_call(arguments: tuple[str, ...]) -> None:
    output = run("ties", *arguments).output
    assert "Listar quién se coordina con quién" in output
    assert "Mostrar este mensaje y salir." in output


@pytest.mark.parametrize("name", ["COORDGRAPH_LANG", "LANGUAGE"])
def test_help_is_in_the_language_of_the_environment(name: str) -> None:
    output = run("--help", **{name: "pt"}).output
    assert "Criar o conjunto de dados inteiro" in output
    assert "Comandos:" in output


def test_what_the_call_says_comes_before_the_environment() -> None:
    assert "List who" in run("ties", "--lang", "en", "--help", COORDGRAPH_LANG="pt").output


@pytest.mark.parametrize(
    ("arguments", "label"),
    [
        (("--lang", "es", "ties", "afip"), "Administración Nacional de la Seguridad Social"),
        (("ties", "--lang=es", "afip"), "Administración Nacional de la Seguridad Social"),
        (
            ("--lang=es", "ties", "afip", "--lang", "en"),
            "Administration of Social Security",
        ),
    ],
)
def test_a_language_may_be_told_before_or_after_a_command(
    arguments: tuple[str, ...], label: str
) -> None:
    assert label in run(*arguments, COORDGRAPH_LANG="pt").stdout


def test_commands_of_a_command_are_in_the_language_too() -> None:
    assert "Prueba" not in run("test", "--help").output
    assert "Probar si" in run("test", "--help", COORDGRAPH_LANG="es").output
    assert "Testar se" in run("test", "qap", "--help", COORDGRAPH_LANG="pt").output


@pytest.mark.usefixtures("read_once")
@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "No actor is named 'afipp'. Did you mean 'afip'?"),
        ("es", "Ningún actor se llama 'afipp'. ¿Quiso decir 'afip'?"),
        ("pt", "Nenhum ator se chama 'afipp'. Quis dizer 'afip'?"),
    ],
)
def test_what_went_wrong_is_said_in_the_language(lang: str, said: str) -> None:
    assert run("ties", "afipp", "--lang", lang).output == f"coordgraph: {said}\n"


def test_a_wrong_call_is_told_in_the_language() -> None:
    output = run("ties", "--lang", "es", "--format", "xx").output
    assert "Valor no válido para '--format'" in output
    assert run("tis", COORDGRAPH_LANG="pt").exit_code == 2


@pytest.mark.parametrize("before", [None, "pt"])
def test_the_environment_is_afterwards_as_it_was(
    before: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("LANGUAGE", "COORDGRAPH_LANG")
    for name in names:
        if before is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, before)
    with listened(["--lang", "es"]):
        assert [os.environ[name] for name in names] == ["es", "es"]
    assert [os.environ.get(name) for name in names] == [before, before]


def test_a_language_that_there_is_not_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    with listened(["--lang", "qu"]):
        assert os.environ["LANGUAGE"] == "en"


def test_a_command_itself_stays_as_it_is() -> None:
    command = click.Command(
        "x", help="A parameter.", params=[click.Option(["--y"], help="All.")]
    )
    with listened(["--lang", "es"]):
        assert spoken(command).help == "Un parámetro."
    assert command.help == "A parameter."


def test_paragraphs_lose_their_line_breaks_only_inside() -> None:
    assert paragraphs("\n    One\n    line.\n\n    Another.\n    ") == "One line.\n\nAnother."
