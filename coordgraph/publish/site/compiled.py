"""Templates as Python compiled them, kept beside them as Python keeps modules."""

import pickle
import sys
from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from coordgraph.errors import CoordgraphError
from coordgraph.files import write_file
from coordgraph.version import __version__

__all__ = ["Compiled"]


class Compiled(BytecodeCache):
    """
    Compiled templates in the ``__pycache__`` of a package, wherever this can be written.

    Compiling some thirty templates takes half as long as loading the dataset; reading them as
    they were compiled takes next to nothing.  What another version of Jinja, of Python or of
    this package has compiled, or what comes of another text, is not read.
    """

    def __init__(self, package: Path) -> None:
        """Keep what is compiled beside the modules of a package, by its folder."""
        self._folder = package / "__pycache__"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read a template, if it was compiled before."""
        with suppress(OSError, EOFError, ValueError, pickle.UnpicklingError):
            bucket.bytecode_from_string(self._path(bucket).read_bytes())

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, where Python would keep a module."""
        if sys.dont_write_bytecode:
            return
        with suppress(OSError, CoordgraphError):
            self._folder.mkdir(exist_ok=True)
            write_file(self._path(bucket), bucket.bytecode_to_string())

    def _path(self, bucket: Bucket) -> Path:
        by = f"{sys.implementation.cache_tag}.jinja-{jinja2.__version__}.{__version__}"
        return self._folder / f"{bucket.key[:16]}.{by}"
