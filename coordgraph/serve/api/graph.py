"""The network as a picture, told so that a client can filter it without asking again."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from coordgraph.network.picture.drawing import Layout, Picture, laid_out, picture
from coordgraph.network.picture.lives import Course, Life
from coordgraph.network.selection import Selection
from coordgraph.serve.api.taking import takings_of
from coordgraph.serve.speech import later as _later
from coordgraph.serve.speech import said_in
from coordgraph.store import EmbeddedStore

__all__ = ["graph_of", "layout_of"]


@lru_cache(maxsize=2)
def layout_of(store: EmbeddedStore, selection: Selection) -> Layout:
    """Return where the actors of a selection stand; a worker works each out once."""
    return laid_out(store, selection, takings=takings_of(store))


@lru_cache(maxsize=2)
def graph_of(store: EmbeddedStore, selection: Selection, lang: str) -> dict[str, Any]:
    """
    Return the network of a selection, as JSON knows it; a worker makes each once.

    The actors that stand in it are those with most counterparts where it is too large for a
    picture; ``notes`` says so.  A mechanism lists who takes part in it, and by which of the
    ``courses`` of time: from each ``first`` day on somebody takes part, does not, or nothing
    tells (null).

    Parameters
    ----------
    store
        Where to ask.
    selection
        What to look at.
    lang
        The language of labels.
    """
    layout = layout_of(store, selection)
    found = picture(store, selection, lang=lang, takings=takings_of(store), layout=layout)
    courses = _courses(found)
    return {
        "nodes": [
            {
                "iri": actor.iri,
                "label": actor.label,
                "kind": actor.kind or None,
                "country": actor.country or None,
                "group": actor.is_group,
                "state": actor.is_state,
                "x": x,
                "y": y,
            }
            for actor, x, y in found.actors
        ],
        "edges": [line._asdict() for line in found.lines],
        "mechanisms": [_mechanism(life, courses) for life in found.mechanisms],
        "courses": [_course(course) for course in courses],
        "names": found.names,
        "years": _years(found),
        "shown": {
            "actors": len(found.actors),
            "of_actors": found.all_actors,
            "ties": len(found.lines),
            "of_ties": found.all_ties,
        },
        "notes": _notes(found, lang),
    }


def _mechanism(life: Life, courses: Mapping[Course, int]) -> dict[str, Any]:
    return {
        "iri": life.iri,
        "label": life.label,
        "levels": life.levels,
        "kinds": life.kinds,
        "practices": life.practices,
        "statuses": life.statuses,
        "subsidiary": life.subsidiary,
        "signed": life.signed,
        "from": life.start,
        "until": life.end,
        "parts": [[part.actor, courses[part.course]] for part in life.parts],
    }


def _courses(found: Picture) -> dict[Course, int]:
    """Return the different courses of time, and the place of each."""
    different = dict.fromkeys(part.course for life in found.mechanisms for part in life.parts)
    return {course: place for place, course in enumerate(different)}


def _course(course: Course) -> list[dict[str, Any]]:
    return [{"first": spell.first.isoformat(), "held": spell.held} for spell in course]


def _years(found: Picture) -> list[int] | None:
    """Return the first and the last year in which something begins or ends, if any does."""
    days = {
        spell.first.year
        for life in found.mechanisms
        for part in life.parts
        for spell in part.course
        if spell.first != date.min
    }
    return [min(days), max(days)] if days else None


_LEFT_OUT = _later(
    "{shown:,} of {all:,} actors are shown, those with most counterparts; the other {others:,} "
    "are left out, and {ties:,} of {all_ties:,} ties with them."
)


def _notes(found: Picture, lang: str) -> list[str]:
    shown, everybody = len(found.actors), found.all_actors
    if shown == everybody:
        return []
    told = said_in(lang, _LEFT_OUT).format(
        shown=shown,
        all=everybody,
        others=everybody - shown,
        ties=found.all_ties - len(found.lines),
        all_ties=found.all_ties,
    )
    return [told]
