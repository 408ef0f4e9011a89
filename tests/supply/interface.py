"""
What others build on, line by line, so that what is added adds lines and alters none.

Of Python the public names and what they take, of the command line commands and options.
"""

import inspect
from collections.abc import Callable, Iterator

import click

import coordgraph
from coordgraph.cli import coordgraph as program

__all__ = ["commands", "names"]


def names() -> list[str]:
    """Return a line for each public name, and for each public name of a public class."""
    return sorted(line for name in coordgraph.__all__ for line in _name(name))


def _name(name: str) -> Iterator[str]:
    offered = getattr(coordgraph, name)
    if not callable(offered):
        yield name
        return
    error = inspect.isclass(offered) and issubclass(offered, Exception)
    yield from [name] if error else _taken(name, offered)
    if inspect.isclass(offered):
        for member in dir(offered):
            if not member.startswith("_") and not hasattr(BaseException, member):
                yield from _member(f"{name}.{member}", offered, member)


def _member(path: str, owner: type, member: str) -> Iterator[str]:
    attribute = inspect.getattr_static(owner, member)
    if inspect.isfunction(attribute) or isinstance(attribute, (classmethod, staticmethod)):
        yield from _taken(path, getattr(owner, member))
    else:
        yield path


def _taken(path: str, called: Callable[..., object]) -> Iterator[str]:
    """Tell what a call must have and may have, without types, which may widen."""
    optional = []
    must = []
    for place, one in enumerate(inspect.signature(called).parameters.values()):
        if one.default is not inspect.Parameter.empty:
            where = "by name" if one.kind is one.KEYWORD_ONLY else f"place {place}"
            optional.append(f"{path} may have {one.name} = {one.default!r} ({where})")
        else:
            must.append(str(one.replace(annotation=inspect.Parameter.empty)))
    yield f"{path}({', '.join(must)})"
    yield from optional


def commands() -> list[str]:
    """Return a line for each command, and for each option and argument of it."""
    return sorted(_command("coordgraph", program))


def _command(path: str, command: click.Command) -> Iterator[str]:
    yield path
    for one in command.params:
        if isinstance(one, click.Argument):
            yield f"{path} {one.make_metavar(click.Context(command))}"
        else:
            yield from _option(path, one)
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _command(f"{path} {name}", below)


def _option(path: str, one: click.Parameter) -> Iterator[str]:
    told = one.to_info_dict()
    kind = "flag" if told["is_flag"] else "many values" if told["multiple"] else "a value"
    for word in [*one.opts, *one.secondary_opts]:
        yield f"{path} {word} ({kind}{', required' if one.required else ''})"
    name = max(one.opts, key=len)
    if isinstance(told["default"], (str, int, float)) and not told["is_flag"]:
        yield f"{path} {name} = {told['default']!r}"
    if isinstance(one.type, click.Choice):
        yield from (f"{path} {name} {choice}" for choice in one.type.choices)
