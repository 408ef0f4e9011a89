"""Dumps of RDF into statements by property, and tables of who takes part in what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from gettext import gettext as _
from glob import glob
from typing import Literal, NamedTuple

from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F  # noqa: N812 - as Spark's own documents call it

from coordgraph.errors import BadLines, EmptyData, TooLarge, UnreadableFile
from coordgraph.namespace import CG, PREFIXES
from coordgraph.spark.lines import BAD, READ, SCHEMA, Kept, Parser, reader
from coordgraph.spark.work import Work

__all__ = [
    "INCIDENCE",
    "KEPT",
    "MOST_CLASSES",
    "Statements",
    "form_of",
    "incidence",
    "statements",
    "tables",
]

INCIDENCE = "mechanism string, actor string, level string, start string, end string"
"""The columns of a table of who takes part in what; the last three may be null."""

MOST_CLASSES = 1_000_000
"""How many classes are taken from the cluster at most."""

_SAMPLE = 10
_ZIPPED = (".gz", ".bz2", ".zst")
_RDF_TYPE = f"{PREFIXES['rdf']}type"

_OWN = (
    *("participation", "actor", "role", "level", "from", "until", "inPractice"),
    *("mechanismKind", "agreementStatus", "signedOn", "inForceFrom", "endedOn", "replaces"),
    *("country", "actorKind", "sector", "reading", "claimsPractice", "claimsLevel"),
    *("asserted", "exhaustive", "nameOf"),
)
_OTHERS = {
    "dcterms": ("isPartOf", "title"),
    "org": ("unitOf",),
    "rdf": ("type",),
    "rdfs": ("subClassOf", "label"),
    "skos": ("prefLabel", "altLabel", "hiddenLabel", "notation"),
    "skosxl": ("literalForm",),
}
_MANY = ("Participation", "Passage", "Tie", "Mechanism", "Agreement")

KEPT = Kept(
    {
        **{CG + name: name for name in _OWN},
        **{PREFIXES[p] + name: name for p, names in _OTHERS.items() for name in names},
    },
    frozenset((_RDF_TYPE, CG + name) for name in _MANY),
)
"""The statements that selections, ties and names are made of."""

Form = Literal["nt", "nq", "parquet"]


@dataclass(frozen=True)
class Statements:
    """
    What a dump says, of use.

    Attributes
    ----------
    rows
        ``role``, ``subject``, ``object``, ``language`` and ``literal``, by role.
    lines
        How many lines were read.
    bad
        How many of them are no statements.
    sample
        Where the first of these are and what is wrong with them, a text each.
    """

    rows: DataFrame
    lines: int
    bad: int
    sample: tuple[str, ...]

    @cached_property
    def beneath(self) -> Mapping[str, Sequence[str]]:
        """
        By class, those right under it, as the dump says; asked of the cluster once.

        Raises
        ------
        TooLarge
            If they are too many for this machine.
        """
        pairs = self.of("subClassOf", "below", "above").limit(MOST_CLASSES + 1).toArrow()
        if pairs.num_rows > MOST_CLASSES:
            told = _("More than {most:,} statements tell classes of classes.")
            raise TooLarge(told.format(most=MOST_CLASSES))
        found: dict[str, list[str]] = {}
        for row in pairs.to_pylist():
            found.setdefault(row["above"], []).append(row["below"])
        return found

    def of(self, role: str, subject: str = "subject", thing: str = "object") -> DataFrame:
        """Return what one property says: two columns, each pair once."""
        found = self.rows.where(F.col("role") == role)
        columns = F.col("subject").alias(subject), F.col("object").alias(thing)
        return found.select(*columns).distinct()

    def between(self, role: str, subject: str, thing: str) -> DataFrame:
        """Return what one property says of things, and not of literals."""
        return replace(self, rows=self.rows.where(~F.col("literal"))).of(role, subject, thing)


def form_of(name: str) -> Form:
    """
    Return what kind of file a path, an address or a pattern of them means.

    Raises
    ------
    UnreadableFile
        If its end does not tell.

    Examples
    --------
    >>> form_of("s3a://bucket/dump/*.nq.gz"), form_of("hdfs:///ties.parquet/")
    ('nq', 'parquet')
    """
    plain = name.lower().rstrip("/")
    for suffix in _ZIPPED:
        plain = plain.removesuffix(suffix)
    for form in ("nt", "nq", "parquet"):
        if plain.endswith(f".{form}"):
            return form
    problem = _(
        "Spark reads .nt and .nq (also .gz, .bz2, .zst) and .parquet; its end is none. Write a "
        "folder as 'FOLDER/*.nt.gz'."
    )
    raise UnreadableFile(name, problem)


def statements(work: Work, sources: Sequence[str], *, max_bad: int = 0) -> Statements:
    """
    Return what dumps say of use, written once and read back.

    Parameters
    ----------
    work
        The session and its folder.
    sources
        Files of N-Triples and N-Quads by path, address or pattern.
    max_bad
        How many lines may be no statements.

    Raises
    ------
    BadLines
        If more are none.
    EmptyData
        If there is no line at all.
    UnreadableFile
        If there is no such file, or the name of one does not tell what it is.
    """
    parts = [_rows(work.spark, name) for name in sources]
    rows = work.keep(reduce(DataFrame.unionAll, parts), "statements", by="role")
    told = rows.where(F.col("role").isin(READ, BAD))
    found = told.select("role", "subject", "object", "file", "block", "line").toArrow()
    read = [_Told(**row) for row in found.to_pylist()]
    lines = sum(row.line for row in read if row.role == READ)
    bad = [row for row in read if row.role == BAD]
    if not lines:
        raise EmptyData(
            _("{sources}: there is no line to read.").format(sources=", ".join(sources))
        )
    sample = _located(bad, read)
    if len(bad) > max_bad:
        raise BadLines(len(bad), max_bad, sample)
    return Statements(rows, lines, len(bad), sample)


class _Told(NamedTuple):
    role: str
    subject: str
    object: str | None
    file: str
    block: int
    line: int


def _located(bad: Sequence[_Told], read: Sequence[_Told]) -> tuple[str, ...]:
    """Return the first bad lines with the numbers that they have in their files."""
    before: dict[tuple[str, int], int] = {}
    lines: dict[str, int] = {}
    for row in sorted((row for row in read if row.role == READ), key=lambda row: row[3:5]):
        before[row.file, row.block] = lines.get(row.file, 0)
        lines[row.file] = lines.get(row.file, 0) + row.line
    placed = sorted((row.file, before[row.file, row.block] + row.line, row) for row in bad)
    return tuple(
        f"{file}:{line}: {row.object}: {row.subject}" for file, line, row in placed[:_SAMPLE]
    )


def _rows(spark: SparkSession, name: str) -> DataFrame:
    form = form_of(name)
    if form == "parquet":
        problem = _("a table of incidence does not go with dumps. Give one or the other.")
        raise UnreadableFile(name, problem)
    parser = Parser(form == "nq", KEPT)
    return _scanned(spark, name).mapInArrow(reader(parser), SCHEMA)


def _scanned(spark: SparkSession, name: str) -> DataFrame:
    """Return the lines of files, each with its file and where the block of it begins."""
    scanned = spark.read.text(name)
    place = F.col("_metadata.file_path"), F.col("_metadata.file_block_start")
    told = scanned.select("value", place[0].alias("file"), place[1].alias("block"))
    try:
        told.schema  # noqa: B018 - a server is asked whether it knows these columns
    except AnalysisException as error:
        if "_metadata" not in str(error):
            raise
    else:
        return told
    return _scanned_alone(spark, name)


def _scanned_alone(spark: SparkSession, name: str) -> DataFrame:
    """Scan files one by one, where a server does not tell from which a line is."""
    files = _files(name)
    here = F.lit(0).cast("long")
    parts = (
        spark.read.text(file).select("value", F.lit(file).alias("file"), here.alias("block"))
        for file in files
    )
    return reduce(DataFrame.unionAll, parts)


def _files(name: str) -> Sequence[str]:
    path = name.removeprefix("file://")
    if "://" not in path:
        files = sorted(glob(path))  # noqa: PTH207 - a path with a pattern in it
        if not files:
            raise UnreadableFile(name, _("there is no such file."))
        return files
    if any(sign in path for sign in "*?["):
        problem = _(
            "this server does not tell from which file of a pattern a line is. Give each file "
            "by its address, with --data once for each."
        )
        raise UnreadableFile(name, problem)
    return [path]


def incidence(said: Statements) -> DataFrame:
    """
    Return who takes part in which mechanism, of which level, since and until when.

    A row stands once for each level, and each date, that is said.  The columns are those of
    `INCIDENCE`.
    """
    part = said.between("participation", "mechanism", "participation")
    actor = said.of("actor", "participation", "actor")
    since = said.of("from", "participation", "start")
    until = said.of("until", "participation", "end")
    level = said.of("level", "mechanism", "level")
    dated = part.join(actor, "participation").join(since, "participation", "left")
    taken = dated.join(until, "participation", "left").join(level, "mechanism", "left")
    return taken.select("mechanism", "actor", "level", "start", "end").distinct()


def tables(spark: SparkSession, sources: Sequence[str]) -> DataFrame:
    """
    Return tables of who takes part in what, as they were written before.

    Raises
    ------
    UnreadableFile
        If one lacks the mechanism or the actor.
    """
    return reduce(DataFrame.unionAll, [_table(spark, name) for name in sources]).distinct()


def _table(spark: SparkSession, name: str) -> DataFrame:
    found = spark.read.parquet(name)
    missing = [column for column in ("mechanism", "actor") if column not in found.columns]
    if missing:
        raise UnreadableFile(
            name,
            _("this table has no column {missing}.").format(missing=", ".join(missing)),
        )
    names = [column.partition(" ")[0] for column in INCIDENCE.split(", ")]
    columns = [F.col(column) if column in found.columns else F.lit(None) for column in names]
    return found.select(
        *(
            column.cast("string").alias(name)
            for column, name in zip(columns, names, strict=True)
        )
    )
