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
    "data": {
        "menu": "Data",
        "title": "Data",
        "lead": (
            "Everything that the workbench shows is linked data. Take it whole, or ask for "
            "what you need."
        ),
        "downloads": "Downloads",
        "downloads_note": (
            "{n} statements in named graphs, one a source of knowledge. Each can be had in "
            "every format."
        ),
        "graph": "graph",
        "about": "what is in it",
        "statements": "statements",
        "download": "download",
        "download_as": "Download {name} as {format}",
        "graph_ontology": "The terms and concepts that the data uses.",
        "graph_article": "What the article says: practices, mechanisms, actors, claims.",
        "graph_institutions": "Names, identifiers and life of the institutions.",
        "graph_agreements": "Social-security agreements: parties, dates, acts, institutions.",
        "graph_derived": "What follows by rule: parties and ties.",
        "graph_measures": "Measures of the network, as data.",
        "graph_none": "What is in no graph.",
        "no_graphs": "There are no statements yet.",
        "ask": "Ask it",
        "ask_note": (
            "The endpoint follows the SPARQL 1.1 Protocol; the questions of the library and "
            "the API need no SPARQL."
        ),
        "address": "address",
        "answers": "what it answers",
        "at_sparql": "SPARQL, by GET or POST; asked nothing, it describes itself.",
        "at_store": "Graphs, whole (Graph Store Protocol).",
        "at_queries": "The {n} questions of the library, each at an address of its own.",
        "at_api": (
            "Ties, measures, explanations, search, as JSON, CSV or TSV; described for "
            "programs (OpenAPI)."
        ),
        "at_reconcile": "Names, matched with actors by OpenRefine.",
        "at_together": "Questions about the data together with your own files.",
        "examples": "Examples",
        "in_curl": "On the command line",
        "in_python": "In Python",
        "in_r": "In R",
        "read_on": "Read on",
        "ontology_link": "The ontology: its classes and properties",
        "ontology_note": "with definitions in three languages.",
        "licences": "Licences",
        "licences_note": "Code: Apache 2.0. Ontology and data: CC BY 4.0.",
        "third_party": "What the workbench has from others",
    },
}
"""By view, by key."""
