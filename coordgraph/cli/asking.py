"""Questions to a person, one a name: which of the candidates it means."""

from collections.abc import Callable, Iterable, Sequence

import click

from coordgraph.linking import Asked, Candidate, Decisions
from coordgraph.namespace import shrink

__all__ = ["ask"]


def ask(
    decisions: Decisions,
    found: Iterable[tuple[Asked, Sequence[Candidate]]],
    *,
    by: str,
    on: str,
    keep: Callable[[], None] = lambda: None,
) -> bool:
    """
    Ask about each name that has candidates and is not decided; note the answers.

    Parameters
    ----------
    decisions
        Where answers are noted.
    found
        The names, each with its candidates.
    by, on
        Who answers, and the day.
    keep
        Called after each answer, so that none is lost whatever ends the process.

    Returns
    -------
    bool
        Whether all were asked; otherwise the person stopped, and earlier answers stand.
    """
    for one, proposed in found:
        offered = [
            candidate
            for candidate in proposed
            if decisions.word_on(one.name, one.country, candidate.iri) == "open"
        ]
        if not offered or decisions.is_decided(one.name, one.country):
            continue
        try:
            answer = _answer(one, offered)
        except click.Abort:
            click.echo("\nStopped. What was answered is kept.", err=True)
            return False
        if answer == "q":
            return True
        if answer == "n":
            decisions.decide(one.name, one.country, "", by=by, on=on)
        elif answer != "s":
            actor = offered[int(answer) - 1].iri
            decisions.decide(one.name, one.country, actor, by=by, on=on)
        keep()
    return True


def _answer(one: Asked, proposed: Sequence[Candidate]) -> str:
    country = f" ({one.country})" if one.country else ""
    click.echo(f"\n{one.name}{country}", err=True)
    for number, candidate in enumerate(proposed, start=1):
        why = "; ".join(candidate.reasons)
        actor = f"{candidate.label} [{shrink(candidate.iri)}]"
        click.echo(f"  {number}  {actor}  {candidate.score:.2f}: {why}", err=True)
    numbers = [str(number) for number in range(1, len(proposed) + 1)]
    answer: str = click.prompt(
        "Its number, n for none of them, s to leave it open, q to stop",
        type=click.Choice([*numbers, "n", "s", "q"]),
        default="s",
        show_choices=False,
        err=True,
    )
    return answer
