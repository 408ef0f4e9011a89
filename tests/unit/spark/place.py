"""Where tests have Spark work: on Sail where it is installed, else on Spark itself."""

from importlib.util import find_spec

from coordgraph.spark.session import SAIL

__all__ = ["ASKED", "MASTER", "QUICK"]

MASTER = SAIL if find_spec("pysail") is not None else "local[2]"

ASKED = ("--engine", "spark", "--master", MASTER)
"""The options of a command that works there."""

_COMPILED_LITTLE = "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m"
"""Who compiles little keeps little of the code, unless told so: all tests fill that."""

QUICK = {
    "spark.driver.extraJavaOptions": _COMPILED_LITTLE,
    "spark.executor.extraJavaOptions": _COMPILED_LITTLE,
    "spark.sql.codegen.wholeStage": "false",
}
"""Settings of Spark where little is done: what runs once is not worth compiling."""
