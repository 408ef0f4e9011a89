"""Where tests have Spark work: on Sail where it is installed, else on Spark itself."""

from importlib.util import find_spec

from coordgraph.spark.session import SAIL

__all__ = ["ASKED", "MASTER", "QUICK"]

MASTER = SAIL if find_spec("pysail") is not None else "local[2]"

ASKED = ("--engine", "spark", "--master", MASTER)
"""The options of a command that works there."""

QUICK = {
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
    "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1",
    "spark.sql.codegen.wholeStage": "false",
}
"""Settings of Spark where little is done: what runs once is not worth compiling."""
