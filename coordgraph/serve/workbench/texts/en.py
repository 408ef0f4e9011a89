"""What the workbench says in English."""

from collections.abc import Mapping

__all__ = ["TEXTS"]

TEXTS: Mapping[str, Mapping[str, str]] = {
    "frame": {
        "site": "Coordination in social security",
        "skip": "Skip to content",
        "main_menu": "Main menu",
        "languages": "Languages",
        "footer": "Every tie leads back to its source.",
        "footer_data": "Data, endpoint, licences",
        "no_answer": "The server does not answer. Is it still running?",
        "found_actors": "Actors found",
        "found_n": "{n} found",
        "found_none": "Nothing has this name.",
        "policy": "policy",
        "operational": "operational",
        "service-delivery": "service delivery",
        "no_level": "no level stated",
        "close": "Close",
        "loading": "One moment …",
        "stop": "Stop",
    },
    "missing": {
        "menu": "Not found",
        "title": "There is no such page",
        "missing_note": "Nothing stands at this address. The menu leads on.",
    },
    "home": {
        "menu": "Home",
        "title": "Home",
        "lead": (
            "Who coordinates with whom in social security, at which level, through what, "
            "and where it is written."
        ),
        "search_label": "Find an actor by name",
        "search": "Search",
        "search_hint": "Type part of a name or an acronym: accents and capitals do not matter.",
        "results": "What “{q}” may mean",
        "counts": "What there is",
        "actors": "actors",
        "practices": "practices",
        "agreements": "agreements",
        "mechanisms": "other mechanisms",
        "sources": "sources",
        "discrepancies": "discrepancies",
        "empty": "There are no actors in this data yet.",
        "views": "Where to go",
        "about_network": "The whole network, by level, country, practice and time.",
        "about_sparql": "Ask your own questions, or those of the library.",
        "about_measures": "How central each actor is, and what each number is made of.",
        "about_quality": "What the checks found, and where the sources disagree.",
        "about_agreements": "Agreements in time and on the map.",
        "about_data": "Downloads, the endpoint, the ontology, the API.",
        "top": "Actors with most counterparts",
        "top_note": "With how many different actors each shares a mechanism.",
        "actor": "actor",
        "counterparts": "counterparts",
        "levels": "Levels of coordination",
        "levels_note": "A mechanism whose source states no level has none: nothing is guessed.",
        "mechanisms_n": "{n} mechanisms",
        "too_large": "The network is too large to be measured for this page.",
    },
}
"""By view, by key."""
