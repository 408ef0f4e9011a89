"""What the pages say in English."""

from collections.abc import Mapping

__all__ = ["WORDS"]

WORDS: Mapping[str, str] = {
    "site": "Coordination in social security",
    "skip": "Skip to content",
    "languages": "Languages",
    "main_menu": "Main menu",
    "search": "Search",
    "search_label": "Search by name",
    "search_hint": "Type part of a name: accents and capitals do not matter.",
    "search_noscript": "Searching needs JavaScript. Everything can also be found in the lists:",
    "search_none": "Nothing has this name.",
    "search_found": "{n} found",
    "search_more": "More than {n} found; the first are shown. Add a word.",
    "search_common": "Very many names have these words; some are shown. Add a rarer word.",
    "home": "Home",
    "you_are_here": "You are here",
    "glance": "At a glance",
    "facts": "What is stated",
    "fact": "property",
    "value": "value",
    "evidence": "evidence",
    "evidence_whole": "Evidence",
    "evidence_note": (
        "Where it is written what is said here, unless a line names its own place."
    ),
    "term_in_ontology": "In the documentation of the ontology",
    "term_rules": "Rules that name it",
    "term_derivations": "Rules of derivation that name it",
    "term_questions": "Questions that ask by it",
    "term_example": "An example here",
    "pointing": "Mentioned by",
    "pointing_of": "“{property}” of",
    "not_asserted": "another source says",
    "data": "Download",
    "data_note": "The statements of this page, as data.",
    "names": "Names",
    "cite": "Address to cite",
    "elsewhere": "Elsewhere",
    "participants": "Who takes part",
    "taking_part": "What it takes part in",
    "acting_for": "Who acts for it",
    "mechanisms": "Mechanisms",
    "figures": "Figures",
    "aspects": "Aspects",
    "passages": "Passages and what rests on them",
    "rests": "What rests on it",
    "sections": "Passages in it",
    "systems": "Information systems",
    "claims": "At which levels? What is said where",
    "claims_note": "Each reading of the source by itself; where readings disagree, both stand.",
    "reading": "reading",
    "says_yes": "says yes",
    "says_no": "says no",
    "says_nothing": "says nothing",
    "discrepancies": "Where the sources disagree",
    "discrepancy_side": "Reading {n}",
    "ties": "Who it coordinates with",
    "ties_within": "Who coordinates with whom",
    "ties_note": (
        "Two actors are tied at a level by every mechanism of that level in which both "
        "take part."
    ),
    "actors": "actors",
    "counterpart": "counterpart",
    "level": "level",
    "through": "through",
    "mechanisms_shared": "mechanisms",
    "mechanisms_n": "{n} mechanisms",
    "no_level": "no level stated",
    "drawing_ego": (
        "{name} and the {n} actors that it coordinates with. The table below says the same."
    ),
    "drawing_cut": (
        "{name} and the {shown} of {n} actors with which it shares most mechanisms. "
        "The table below has them all."
    ),
    "drawing_star": "{name} and the {n} actors that take part in it.",
    "drawing_star_cut": (
        "{name} and {shown} of the {n} actors that take part in it. The table has them all."
    ),
    "drawing": "Network drawing",
    "legend": "Legend",
    "group_mark": "group known only by kind",
    "timeline": "Timeline",
    "timeline_alt": "{n} dated events, from {first} to {last}. The table below has each.",
    "date": "date",
    "what": "what",
    "which": "of what",
    "more_rows": "{n} more",
    "page_of": "Page {n} of {m}",
    "pages": "Pages",
    "previous": "Previous page",
    "next": "Next page",
    "letters": "By first letter",
    "others": "other signs",
    "entries": "{n} entries",
    "kind_actors": "Actors",
    "kind_practices": "Practices",
    "kind_agreements": "Agreements",
    "kind_mechanisms": "Mechanisms",
    "kind_sources": "Sources",
    "kind_places": "Places",
    "kind_systems": "Systems and instruments",
    "kind_discrepancies": "Discrepancies",
    "kind_concepts": "Concepts",
    "kind_terms": "Terms of the ontology",
    "kind_queries": "Questions",
    "kind_ns": "Ontology",
    "kind_shapes": "Rules for the data",
    "kind_others": "Other things",
    "about_actors": "Ministries, institutes, units, states, and groups known only by kind.",
    "about_practices": "Programmes and good practices in which actors coordinate.",
    "about_agreements": "Treaties, arrangements and agreements between institutions.",
    "about_mechanisms": "Ways of coordinating that rest on no formal consent.",
    "about_sources": "Where all of this is written.",
    "about_places": "Countries and regions.",
    "about_systems": "What mechanisms use, and the texts that they rest on.",
    "about_discrepancies": "Readings of the sources that disagree; both are kept.",
    "about_concepts": "Levels, roles, kinds: what sorts things here.",
    "about_terms": "The classes and properties that the data uses.",
    "about_queries": (
        "Questions that the data answers: each with its query, to copy and to change."
    ),
    "about_ns": (
        "The terms in which all of this is said: a drawing, classes, "
        "properties, lists of concepts."
    ),
    "about_shapes": (
        "What data must be like, rule by rule, with data that holds it and data that breaks it."
    ),
    "about_others": "Things of no class that is known here.",
    "home_lead": (
        "Who coordinates with whom in social security, at which level, through what, "
        "and where it is written."
    ),
    "home_browse": "What there is",
    "home_understand": "Ask it, check it, understand it",
    "home_top": "Actors with most counterparts",
    "home_top_note": "With how many different actors each shares a mechanism.",
    "home_levels": "Levels of coordination",
    "home_levels_note": (
        "A mechanism whose source states no level has none: nothing is guessed."
    ),
    "home_data": "The data",
    "home_data_note": (
        "Everything on these pages is linked data: each page has an address that "
        "stays, and its statements in three formats."
    ),
    "counterparts": "counterparts",
    "not_found": "There is no such page",
    "not_found_note": "Nothing stands at this address. The search and the lists lead on:",
    "footer": "Made with coordgraph from data in which every tie leads back to its source.",
    "licence": "Licence",
    "yes": "yes",
    "no": "no",
    "opens_elsewhere": "on another site",
    "release_open": "Downloads, version, licence",
}
