"""
The command line: parse, call one function, print.

A command's module is imported only when the command is called, so that ``--help`` is quick.
"""

import importlib
import logging
import sys
import warnings
from collections.abc import Sequence
from gettext import gettext as _
from keyword import iskeyword
from typing import Any

import click

from coordgraph.cli.ending import ended, left_to_answer, open_missing, write_whole
from coordgraph.cli.speech import listened, spoken
from coordgraph.cli.visible import visible
from coordgraph.errors import CoordgraphError
from coordgraph.names import LANGUAGES
from coordgraph.version import __version__

__all__ = ["main"]

VERBS = {
    "build": "Make the whole dataset: RDF files, tables, figures and a summary.",
    "validate": "Check data against the shapes; each finding with its file and line.",
    "query": "Ask a question of the library, or any SPARQL.",
    "ties": "List who coordinates with whom, at which level, through what.",
    "centrality": "List how central each actor is.",
    "structure": "Tell what the network is like as a whole.",
    "communities": "Part the network into communities, and tell how sure they are.",
    "layers": "Look at levels as layers: who is active where, and who joins levels.",
    "brokerage": "List who stands between others that are not tied.",
    "test": "Test whether what is seen in a network is more than chance makes.",
    "robustness": "Tell whether ranks hold when something is left out, or drawn anew.",
    "explain": "Tell what a measure of an actor is made of, down to the passages.",
    "assess": "Answer questions of policy: load, dependence, gaps, scope, replacement.",
    "network": "Write the network for other programs.",
    "plan": "Tell how large a network will be, and what it takes to measure it.",
    "incidence": "Write who takes part in which mechanism as Parquet, however many.",
    "diff": "Tell what changed between two versions, in words or as a patch.",
    "resolve": "Find the actors that names mean; decide, and undo.",
    "load": "Load RDF of any size into a store on disk.",
    "import": "Turn tables, CSV or a workbook, into RDF and check it.",
    "publish": "Make a linked-data site: pages and data for every IRI.",
    "backbone": "Tell which ties are more than chance makes.",
    "serve": "Answer SPARQL over HTTP, for this machine only unless told otherwise.",
    "export": "Turn a graph into the tables that import reads.",
}
"""What there is to call, and what it does in a line."""


class _Verbs(click.Group):
    """The commands, each imported when it is called."""

    def main(self, args: Sequence[str] | None = None, *others: Any, **named: Any) -> Any:
        """Run in the language that is asked for."""
        arguments = sys.argv[1:] if args is None else list(args)
        with listened(arguments):
            return click.Group.main(spoken(self), arguments, *others, **named)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        del ctx
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command."""
        del ctx
        if cmd_name not in VERBS:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        module = importlib.import_module(f"coordgraph.cli.{name}")
        command: click.Command = getattr(module, name)
        return spoken(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        del ctx
        with formatter.section(_("Commands")):
            formatter.write_dl([(verb, _(does)) for verb, does in VERBS.items()])

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; say in one message what went wrong, if it did."""
        try:
            with left_to_answer():
                return super().invoke(ctx)
        except CoordgraphError as error:
            click.echo(visible(f"coordgraph: {error}"), err=True)
            ctx.exit(error.exit_code)


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001
    if wanted:
        click.echo(f"coordgraph {__version__}")
        ctx.exit()


@click.command(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version and exit.",
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    expose_value=False,
    help="The language of messages and labels.",
)
@click.option("--quiet", "-q", is_flag=True, help="No messages, only answers.")
def coordgraph(*, quiet: bool) -> None:
    """
    Who coordinates with whom in the social security of the Americas.

    Commands read the shipped dataset unless told otherwise by --data, --store or --endpoint.
    Data goes to standard output, messages to standard error.
    """
    del quiet  # commands look for it above them
    # Ill-typed literals in a user's data are reported as findings, not as rdflib tells of them.
    logging.getLogger("rdflib").setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", module=r"rdflib\.")


def main() -> None:
    """Run the command line."""
    open_missing()
    write_whole()
    with listened(sys.argv[1:]):
        code = ended(lambda: coordgraph.main(prog_name="coordgraph", standalone_mode=False))
    sys.exit(code)
