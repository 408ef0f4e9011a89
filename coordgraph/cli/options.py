"""The options that several commands share."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click

from coordgraph.errors import UnreadableFile
from coordgraph.files import place_of
from coordgraph.names import LANGUAGES
from coordgraph.resources import DATA

__all__ = [
    "CLUSTER",
    "PATH",
    "Tick",
    "about",
    "cluster",
    "engine",
    "language",
    "local",
    "mapping",
    "parting",
    "quiet",
    "selection",
    "source",
    "stored",
    "table_format",
    "unstated",
]

Tick = Callable[[int], None]
"""Told now and then how far a long step is."""

Command = TypeVar("Command", bound=Callable[..., Any])


class _PathType(click.Path):
    """A path; an empty one is none, and not the current folder."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Any:
        """Return the path."""
        try:
            place_of(str(value))
        except UnreadableFile as error:
            self.fail(str(error), param, ctx)
        return super().convert(value, param, ctx)


PATH = _PathType(path_type=Path, allow_dash=True)
"""What options and arguments are that name a file or a folder."""


def _all(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


_store = click.option(
    "--store", "store_dir", metavar="DIR", help="Read the on-disk store in this folder."
)
_endpoint = click.option("--endpoint", metavar="URL", help="Ask this SPARQL 1.1 endpoint.")

local = _all(
    click.option(
        "--data",
        metavar="FILE|DIR|URL",
        multiple=True,
        help="Read these instead of the shipped dataset (repeatable): Turtle, TriG, "
        "N-Triples, N-Quads, JSON-LD, RDF/XML, also gzipped.",
    ),
    _store,
)
"""Where to read from, on this machine."""

stored = _all(_store, _endpoint)
"""Where data is that stands in no files."""

source = _all(local, _endpoint)
"""Where to read from."""

about = click.option(
    "--about",
    metavar="FILE",
    type=PATH,
    help="What the dataset is: title, licence, publisher, version, as RDF; known for the "
    "shipped one.",
)
"""What its publisher says of a dataset."""

language = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    envvar="COORDGRAPH_LANG",
    help="The language of messages and labels.",
)
"""The language of messages and labels."""

mapping = click.option(
    "--mapping",
    metavar="FILE",
    type=PATH,
    default=DATA / "agreements" / "csv-metadata.json",
    show_default="that of the template",
    help="What the columns of tables say, in CSVW.",
)
"""What the columns of tables say."""

parting = _all(
    click.option(
        "--by",
        metavar="PART",
        default="country",
        show_default=True,
        help="What parts actors: country, kind, sector, class, or the IRI or prefixed name of "
        "a property, such as cg:actorKind.",
    ),
    click.option(
        "--unknown",
        type=click.Choice(["drop", "part"]),
        default="drop",
        show_default=True,
        help="Whether actors of an unknown part are left out, or make a part of their own.",
    ),
)
"""What parts the actors."""


def _said_at_all(context: click.Context, _: click.Parameter, value: Any) -> bool:
    """Say whether a command, or one above it, was told to be quiet."""
    return bool(value) or any(one.params.get("quiet") for one in _above(context))


def _above(context: click.Context) -> Iterator[click.Context]:
    parent = context.parent
    while parent is not None:
        yield parent
        parent = parent.parent


quiet = click.option(
    "--quiet",
    "-q",
    is_flag=True,
    callback=_said_at_all,
    help="No messages, only the answer.",
)
"""No messages."""

table_format = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "tsv", "json", "jsonl"]),
    help="How to print; a table on a terminal, else csv.",
)
"""How to print rows."""

unstated = click.option(
    "--unstated",
    type=click.Choice(["drop", "keep"]),
    default="drop",
    show_default=True,
    help="Whether ties at no stated level are left out, or count as one more level.",
)
"""What ties at no stated level count as."""

directed = click.option(
    "--directed",
    is_flag=True,
    help="Who acts towards whom, where roles order actors: a lead towards participants, a "
    "submitter towards an approver.",
)
"""Arcs instead of ties."""

selection = _all(
    click.option(
        "--level",
        help="policy, operational or service-delivery; none for those that state none.",
    ),
    click.option("--practice", help="Only mechanisms of this practice."),
    click.option(
        "--network",
        type=click.Choice(["practices", "agreements", "all"]),
        default="all",
        show_default=True,
        help="Mechanisms of a practice, those of none, or all.",
    ),
    click.option(
        "--between",
        type=click.Choice(["actors", "states", "institutions"]),
        default="actors",
        show_default=True,
        help="Which actors; institutions are all that are no states.",
    ),
    click.option(
        "--groups",
        type=click.Choice(["keep", "drop"]),
        default="keep",
        show_default=True,
        help="What to do with actors known only by kind, such as 'trade unions'.",
    ),
    click.option("--lift", is_flag=True, help="Count a unit as the institution it belongs to."),
    click.option(
        "--lift-to",
        type=click.Choice(["institution", "state"]),
        help="institution is --lift; state counts any actor of one country as its state.",
    ),
    click.option("--as-of", metavar="DATE", help="Only what may be in force on this day."),
    click.option(
        "--undated",
        type=click.Choice(["keep", "drop"]),
        default="keep",
        show_default=True,
        help="With --as-of or --during: what to do with what the known dates do not place.",
    ),
    click.option(
        "--during",
        metavar="FROM/TO",
        help="Only what may be in force on some day of this window, such as 1990/1999; either "
        "end may be left out.",
    ),
    click.option(
        "--reading",
        metavar="R",
        help="Where the source contradicts itself on levels, leave mechanisms those that this "
        "reading asserts: table-2, headings, introduction, detail-tables, prose, any or all.",
    ),
    click.option(
        "--kind",
        "kinds",
        multiple=True,
        help="Only mechanisms of this kind, such as social-security-agreement (repeatable).",
    ),
    click.option(
        "--status",
        "statuses",
        multiple=True,
        help="Only agreements of this status, such as in-force (repeatable).",
    ),
    click.option(
        "--subsidiary",
        type=click.Choice(["keep", "drop"]),
        default="drop",
        show_default=True,
        help="Whether agreements that amend or carry out another one tie states once more; "
        "they tie institutions either way.",
    ),
    click.option(
        "--weight",
        type=click.Choice(["count", "newman", "jaccard", "cosine", "overlap"]),
        default="count",
        show_default=True,
        help="In how many mechanisms two actors meet, or the sum of 1/(participants - 1), or "
        "what they share of the mechanisms of both, from 0 to 1.",
    ),
    click.option(
        "--max-ties",
        type=click.IntRange(min=0),
        metavar="N",
        help="Make no more ties than this; as many as half the memory holds, if not given.",
    ),
)
"""What to look at; everything, by default."""

engine = click.option(
    "--engine",
    type=click.Choice(["local", "spark"]),
    default="local",
    show_default=True,
    help="Whether this process makes the ties, or Spark, of files that outgrow a machine.",
)
"""What makes ties."""

cluster = _all(
    click.option(
        "--master",
        metavar="MASTER",
        help="With --engine spark: the cluster, as spark://HOST:PORT, yarn, k8s://..., "
        "sc://HOST:PORT (Spark Connect), local[N] for this machine, or sail for this machine "
        "without Java. Without it, local[*].",
    ),
    click.option(
        "--conf",
        metavar="NAME=VALUE",
        multiple=True,
        help="With --engine spark: a setting of Spark, such as spark.executor.memory=4g "
        "(repeatable).",
    ),
    click.option(
        "--work",
        metavar="DIR",
        help="With --engine spark: where to keep what is made on the way; a cluster needs a "
        "folder that all its machines share, such as hdfs:///tmp.",
    ),
    click.option(
        "--wait",
        type=click.IntRange(min=1),
        metavar="SECONDS",
        help="With --engine spark: how long to wait for a worker; 180, if not given.",
    ),
    click.option(
        "--max-bad",
        type=click.IntRange(min=0),
        metavar="N",
        help="With --engine spark: let this many lines pass that are no statements; none, if "
        "not given.",
    ),
)
"""Where and how Spark works."""

CLUSTER = ("master", "conf", "work", "wait", "max_bad")
"""What a command calls these options."""
