"""Things that show what a dataset holds: one of each of its largest classes."""

from collections import Counter

from coordgraph.publish.site.knowledge import Knowledge

__all__ = ["examples"]

_MOST = 7


def examples(knowledge: Knowledge) -> list[str]:
    """Return the first thing of each of the largest classes of what has pages of its own."""
    own = [
        iri
        for iri in knowledge.things()
        if iri.startswith(f"{knowledge.addresses.base}id/") and not knowledge.is_minor(iri)
    ]
    sizes = Counter(name for iri in own for name in knowledge.classes[iri])
    largest = sorted(sizes, key=lambda name: (-sizes[name], name))[:_MOST]
    return sorted(
        {next(iri for iri in own if name in knowledge.classes[iri]) for name in largest}
    )
