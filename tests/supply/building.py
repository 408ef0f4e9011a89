"""A wheel and an sdist, built from a copy of what is under version control."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import NamedTuple

__all__ = ["ROOT", "Built", "build", "checkout", "committed", "tracked"]

ROOT = Path(__file__).parents[2]


class Built(NamedTuple):
    """The two files that a release consists of."""

    wheel: Path
    sdist: Path

    def of_wheel(self) -> list[str]:
        """Return the names of the files in the wheel."""
        with zipfile.ZipFile(self.wheel) as wheel:
            return [one for one in wheel.namelist() if not one.endswith("/")]


def tracked(*below: str) -> list[str]:
    """Return the files under version control, or that would be."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *below],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    return sorted(name for name in listed.split("\0") if name and (ROOT / name).is_file())


def checkout(target: Path, *, umask: int = 0o022) -> Path:
    """Copy what is under version control, as a clone made under a umask would hold it."""
    for name in tracked():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target / name)
        (target / name).chmod((0o777 if os.access(ROOT / name, os.X_OK) else 0o666) & ~umask)
    return target


def build(source: Path, out: Path, *, umask: int = 0o022, **environment: str) -> Built:
    """Build an sdist, and from it a wheel, both of the day of the last commit."""
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", out, source],
        env={**os.environ, "SOURCE_DATE_EPOCH": committed(), **environment},
        umask=umask,
        check=True,
        capture_output=True,
    )
    (wheel,), (sdist,) = out.glob("*.whl"), out.glob("*.tar.gz")
    return Built(wheel, sdist)


def committed() -> str:
    """Return when the last commit was made, in seconds since 1970."""
    return subprocess.run(
        ["git", "log", "-1", "--format=%ct"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout.strip()
