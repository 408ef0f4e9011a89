"""What the documentation of the ontology says, in three languages."""

from collections.abc import Mapping

__all__ = ["WORDS"]

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "title": "The ontology",
        "kind": "Ontology",
        "version": "version",
        "prefix": "prefix",
        "namespace": "its terms begin with",
        "created": "made",
        "modified": "changed",
        "licence": "licence",
        "this_version": "This version, at an address that stays",
        "concepts_file": "The concepts, as data",
        "contents": "On this page",
        "core": "The model in one drawing",
        "core_note": "The main classes and lists of concepts, and the properties between them.",
        "core_words": "The same in words",
        "derived": "follows by rule",
        "is_a": "is a kind of",
        "classes": "Classes",
        "tree_note": "Classes, each below the one that it is a kind of; grey: others' classes.",
        "above": "a kind of",
        "below": "kinds of it",
        "has": "what it has",
        "properties": "Properties",
        "properties_note": (
            "Where a property is stated to have no domain or range, the table says what the "
            "rules for the data ask."
        ),
        "property": "property",
        "definition": "what it says",
        "of": "of",
        "to": "to",
        "values": "Single things that it names",
        "schemes": "Lists of concepts",
        "concepts_n": "{n} concepts",
        "matches": "How it relates to other vocabularies",
        "term": "term",
        "relation": "relation",
        "other": "term of another vocabulary",
        "rules": "Rules for the data",
        "rules_note": "What data in these terms must be like.",
        "all_terms": "All terms from A to Z",
    },
    "es": {
        "title": "La ontología",
        "kind": "Ontología",
        "version": "versión",
        "prefix": "prefijo",
        "namespace": "sus términos empiezan por",
        "created": "creada",
        "modified": "modificada",
        "licence": "licencia",
        "this_version": "Esta versión, en una dirección que permanece",
        "concepts_file": "Los conceptos, como datos",
        "contents": "En esta página",
        "core": "El modelo en un dibujo",
        "core_note": (
            "Las clases y listas de conceptos principales, y las propiedades entre ellas."
        ),
        "core_words": "Lo mismo en palabras",
        "derived": "se deduce por regla",
        "is_a": "es un tipo de",
        "classes": "Clases",
        "tree_note": (
            "Las clases, cada una bajo aquella de la que es un tipo; en gris, clases ajenas."
        ),
        "above": "un tipo de",
        "below": "tipos de ella",
        "has": "qué tiene",
        "properties": "Propiedades",
        "properties_note": (
            "Donde no consta dominio o rango de una propiedad, la tabla dice qué piden las "
            "reglas de los datos."
        ),
        "property": "propiedad",
        "definition": "qué dice",
        "of": "de",
        "to": "a",
        "values": "Cosas singulares que nombra",
        "schemes": "Listas de conceptos",
        "concepts_n": "{n} conceptos",
        "matches": "Cómo se relaciona con otros vocabularios",
        "term": "término",
        "relation": "relación",
        "other": "término de otro vocabulario",
        "rules": "Reglas de los datos",
        "rules_note": "Cómo deben ser los datos en estos términos.",
        "all_terms": "Todos los términos de la A a la Z",
    },
    "pt": {
        "title": "A ontologia",
        "kind": "Ontologia",
        "version": "versão",
        "prefix": "prefixo",
        "namespace": "os seus termos começam por",
        "created": "criada",
        "modified": "modificada",
        "licence": "licença",
        "this_version": "Esta versão, em um endereço que permanece",
        "concepts_file": "Os conceitos, como dados",
        "contents": "Nesta página",
        "core": "O modelo em um desenho",
        "core_note": (
            "As classes e listas de conceitos principais, e as propriedades entre elas."
        ),
        "core_words": "O mesmo em palavras",
        "derived": "deduz-se por regra",
        "is_a": "é um tipo de",
        "classes": "Classes",
        "tree_note": (
            "As classes, cada uma abaixo daquela de que é um tipo; em cinza, classes alheias."
        ),
        "above": "um tipo de",
        "below": "tipos dela",
        "has": "o que tem",
        "properties": "Propriedades",
        "properties_note": (
            "Onde não consta domínio ou alcance de uma propriedade, a tabela diz o que pedem "
            "as regras dos dados."
        ),
        "property": "propriedade",
        "definition": "o que diz",
        "of": "de",
        "to": "a",
        "values": "Coisas singulares que nomeia",
        "schemes": "Listas de conceitos",
        "concepts_n": "{n} conceitos",
        "matches": "Como se relaciona com outros vocabulários",
        "term": "termo",
        "relation": "relação",
        "other": "termo de outro vocabulário",
        "rules": "Regras dos dados",
        "rules_note": "Como devem ser os dados nestes termos.",
        "all_terms": "Todos os termos de A a Z",
    },
}
"""Words and sentences of these pages, by language."""
