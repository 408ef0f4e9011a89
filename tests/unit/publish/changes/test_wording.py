"""Every kind of change is said in three languages, exactly so."""

import re
from typing import NamedTuple

import pytest

from coordgraph.changes.comparison import compare
from coordgraph.publish.changes.wording import as_text
from coordgraph.publish.changes.words import PROPERTIES, WORDS
from tests.unit.changes.graphs import BASE, difference, store


class Case(NamedTuple):
    """What is said of the base with one text more than that with another."""

    old: str
    new: str
    en: str
    es: str
    pt: str


C_JOINS = """
agreement:m cg:participation participation:c .
participation:c cg:actor actor:c ; cg:role role:liaison-body ; cg:actingFor actor:a .
"""
CLAIMS = """
fact:1 a cg:Fact ; rdf:subject agreement:m ; rdf:predicate cg:signedOn ; rdf:object "1990" .
fact:2 a cg:Fact ; rdf:subject agreement:m ; rdf:predicate cg:signedOn ; rdf:object "1991" .
"""
RATIFIED = """
event:r a cg:AgreementEvent ; cg:ofAgreement agreement:m ; cg:byParty actor:b ;
  cg:eventKind event-kind:ratification"""
MERGED = """
event:1 a org:ChangeEvent ; cg:eventKind event-kind:merger ;
  org:originalOrganization actor:a , actor:b ; org:resultingOrganization actor:c ;
  cg:happenedOn """

CASES = {
    "actor added": Case(
        "",
        'actor:d a cg:State ; skos:prefLabel "Dd"@en ; cg:actorKind actor-kind:state ;'
        " cg:country place:arg .",
        "+ Dd [actor/d]: state, Argentina",
        "+ Dd [actor/d]: Estado, Argentina",
        "+ Dd [actor/d]: Estado, Argentina",
    ),
    "actor removed": Case(
        'actor:d a cg:Institution ; skos:prefLabel "Dd"@en .',
        "",
        "- Dd [actor/d]",
        "- Dd [actor/d]",
        "- Dd [actor/d]",
    ),
    "name in a language": Case(
        'actor:c skos:prefLabel "Ce"@es .',
        'actor:c skos:prefLabel "Ché"@es .',
        'name (es): "Ché", was "Ce"',
        'nombre (es): "Ché", antes "Ce"',
        'nome (es): "Ché", antes "Ce"',
    ),
    "another name": Case(
        "",
        'actor:c skos:altLabel "CCC" .',
        'other name: "CCC" (added)',
        'otro nombre: "CCC" (se agrega)',
        'outro nome: "CCC" (acrescenta-se)',
    ),
    "identifier": Case(
        'actor:c org:identifier "12" .',
        "",
        'identifier: "12" (removed)',
        'identificador: "12" (se quita)',
        'identificador: "12" (retira-se)',
    ),
    "hierarchy": Case(
        "actor:c org:unitOf actor:a .",
        "actor:c org:unitOf actor:b .",
        "unit of: Bb [actor/b], was Aa [actor/a]",
        "unidad de: Bb [actor/b], antes Aa [actor/a]",
        "unidade de: Bb [actor/b], antes Aa [actor/a]",
    ),
    "sector": Case(
        "actor:c cg:sector sector:taxation .",
        "actor:c cg:sector sector:health .",
        "sector: health, was taxation",
        "sector: salud, antes tributación",
        "setor: saúde, antes tributação",
    ),
    "merger": Case(
        "",
        f'{MERGED} "2001"^^xsd:gYear .',
        "+ merger: Aa [actor/a], Bb [actor/b] -> Cc [actor/c], 2001",
        "+ fusión: Aa [actor/a], Bb [actor/b] -> Cc [actor/c], 2001",
        "+ fusão: Aa [actor/a], Bb [actor/b] -> Cc [actor/c], 2001",
    ),
    "agreement added": Case(
        "",
        'agreement:n a cg:Agreement ; dcterms:title "Nn"@en ; cg:signedOn "1990"^^xsd:gYear ;'
        " cg:agreementStatus agreement-status:in-force ;"
        " cg:participation [ cg:actor actor:a ] , [ cg:actor actor:b ] .",
        "+ Nn [agreement/n]: in force, signed on 1990, with Aa [actor/a], Bb [actor/b]",
        "+ Nn [agreement/n]: en vigor, firmado el 1990, con Aa [actor/a], Bb [actor/b]",
        "+ Nn [agreement/n]: em vigor, assinado em 1990, com Aa [actor/a], Bb [actor/b]",
    ),
    "agreement removed": Case(
        'agreement:n a cg:Agreement ; dcterms:title "Nn"@en .',
        "",
        "- Nn [agreement/n]",
        "- Nn [agreement/n]",
        "- Nn [agreement/n]",
    ),
    "status": Case(
        "agreement:m cg:agreementStatus agreement-status:in-force .",
        "agreement:m cg:agreementStatus agreement-status:superseded .",
        "status: superseded, was in force",
        "estado: sustituido, antes en vigor",
        "situação: substituído, antes em vigor",
    ),
    "level": Case(
        "",
        "agreement:m cg:level level:policy .",
        "level: policy level (added)",
        "nivel: nivel de políticas (se agrega)",
        "nível: nível de políticas (acrescenta-se)",
    ),
    "who joins": Case(
        "",
        C_JOINS,
        "Cc [actor/c] joins as liaison body, acting for Aa [actor/a]",
        "Cc [actor/c] se incorpora como organismo de enlace, actúa por Aa [actor/a]",
        "Cc [actor/c] entra como organismo de ligação, atua por Aa [actor/a]",
    ),
    "who joins in no role": Case(
        "",
        "agreement:m cg:participation [ cg:actor actor:c ] .",
        "Cc [actor/c] joins",
        "Cc [actor/c] se incorpora",
        "Cc [actor/c] entra",
    ),
    "who leaves": Case(
        C_JOINS,
        "",
        "Cc [actor/c] leaves, was liaison body, acting for Aa [actor/a]",
        "Cc [actor/c] se retira, era organismo de enlace, actúa por Aa [actor/a]",
        "Cc [actor/c] sai, era organismo de ligação, atua por Aa [actor/a]",
    ),
    "who leaves no role": Case(
        "agreement:m cg:participation [ cg:actor actor:c ] .",
        "",
        "Cc [actor/c] leaves",
        "Cc [actor/c] se retira",
        "Cc [actor/c] sai",
    ),
    "basis": Case(
        "participation:a cg:basis cg:Inferred .",
        "participation:a cg:basis cg:Explicit .",
        "Aa [actor/a]: basis: explicit, was inferred",
        "Aa [actor/a]: fundamento: explícito, antes inferido",
        "Aa [actor/a]: fundamento: explícito, antes inferido",
    ),
    "another role": Case(
        "",
        "agreement:m cg:participation [ cg:actor actor:a ; cg:role role:lead ] .",
        "Aa [actor/a]: role: lead (added)",
        "Aa [actor/a]: papel: líder (se agrega)",
        "Aa [actor/a]: papel: líder (acrescenta-se)",
    ),
    "more precise": Case(
        'agreement:m cg:signedOn "1997-12"^^xsd:gYearMonth .',
        'agreement:m cg:signedOn "1997-12-15"^^xsd:date .',
        "signed on 1997-12-15, was 1997-12 (more precise)",
        "firmado el 1997-12-15, antes 1997-12 (más precisa)",
        "assinado em 1997-12-15, antes 1997-12 (mais precisa)",
    ),
    "less precise": Case(
        'agreement:m cg:inForceFrom "1997-12-15"^^xsd:date .',
        'agreement:m cg:inForceFrom "1997"^^xsd:gYear .',
        "in force from 1997, was 1997-12-15 (less precise)",
        "en vigor desde 1997, antes 1997-12-15 (menos precisa)",
        "em vigor desde 1997, antes 1997-12-15 (menos precisa)",
    ),
    "another date": Case(
        'agreement:m cg:endedOn "1997"^^xsd:gYear .',
        'agreement:m cg:endedOn "1998"^^xsd:gYear .',
        "ended on 1998, was 1997",
        "terminado el 1998, antes 1997",
        "encerrado em 1998, antes 1997",
    ),
    "date added": Case(
        "",
        'agreement:m cg:endedOn "1997"^^xsd:gYear .',
        "ended on 1997 (added)",
        "terminado el 1997 (se agrega)",
        "encerrado em 1997 (acrescenta-se)",
    ),
    "date removed": Case(
        'agreement:m cg:endedOn "1997"^^xsd:gYear .',
        "",
        "ended on 1997 (removed)",
        "terminado el 1997 (se quita)",
        "encerrado em 1997 (retira-se)",
    ),
    "another claim preferred": Case(
        f'{CLAIMS} agreement:m cg:signedOn "1990" .',
        f'{CLAIMS} agreement:m cg:signedOn "1991" .',
        'signed on "1991", was "1990" (another claim is preferred)',
        'firmado el "1991", antes "1990" (se prefiere otra afirmación)',
        'assinado em "1991", antes "1990" (prefere-se outra afirmação)',
    ),
    "claim added": Case(
        "",
        "fact:1 a cg:Fact ; rdf:subject agreement:m ; rdf:predicate cg:signedOn ;"
        ' rdf:object "1990"^^xsd:gYear .',
        "signed on 1990: claim of a source (added)",
        "firmado el 1990: afirmación de una fuente (se agrega)",
        "assinado em 1990: afirmação de uma fonte (acrescenta-se)",
    ),
    "claim removed": Case(
        "fact:1 a cg:Fact ; rdf:subject agreement:m ; rdf:predicate cg:signedOn ;"
        ' rdf:object "1990"^^xsd:gYear .',
        "",
        "signed on 1990: claim of a source (removed)",
        "firmado el 1990: afirmación de una fuente (se quita)",
        "assinado em 1990: afirmação de uma fonte (retira-se)",
    ),
    "period of a participation": Case(
        'participation:a cg:from "2001"^^xsd:gYear .',
        'participation:a cg:from "2001-02"^^xsd:gYearMonth .',
        "Aa [actor/a]: from 2001-02, was 2001 (more precise)",
        "Aa [actor/a]: desde 2001-02, antes 2001 (más precisa)",
        "Aa [actor/a]: desde 2001-02, antes 2001 (mais precisa)",
    ),
    "act of consent": Case(
        "",
        f'{RATIFIED} ; cg:happenedOn "2001"^^xsd:gYear .',
        "Bb [actor/b]: ratification 2001 (added)",
        "Bb [actor/b]: ratificación 2001 (se agrega)",
        "Bb [actor/b]: ratificação 2001 (acrescenta-se)",
    ),
    "act of consent without date": Case(
        f"{RATIFIED} .",
        "",
        "Bb [actor/b]: ratification without date (removed)",
        "Bb [actor/b]: ratificación sin fecha (se quita)",
        "Bb [actor/b]: ratificação sem data (retira-se)",
    ),
    "date of a merger": Case(
        f'{MERGED} "2001"^^xsd:gYear .',
        f'{MERGED} "2001-02"^^xsd:gYearMonth .',
        "merger 2001-02, was 2001 (more precise)",
        "fusión 2001-02, antes 2001 (más precisa)",
        "fusão 2001-02, antes 2001 (mais precisa)",
    ),
    "tie added": Case(
        "",
        C_JOINS,
        "+ Aa [actor/a] - Cc [actor/c]: through Mm [agreement/m]",
        "+ Aa [actor/a] - Cc [actor/c]: por Mm [agreement/m]",
        "+ Aa [actor/a] - Cc [actor/c]: por Mm [agreement/m]",
    ),
    "tie stronger": Case(
        "",
        'agreement:n dcterms:title "Nn"@en ;'
        " cg:participation [ cg:actor actor:a ] , [ cg:actor actor:b ] .",
        "~ Aa [actor/a] - Bb [actor/b]: 2, was 1: + Nn [agreement/n]",
        "~ Aa [actor/a] - Bb [actor/b]: 2, antes 1: + Nn [agreement/n]",
        "~ Aa [actor/a] - Bb [actor/b]: 2, antes 1: + Nn [agreement/n]",
    ),
    "tie at a level": Case(
        "agreement:n cg:level level:operational ;"
        " cg:participation [ cg:actor actor:a ] , [ cg:actor actor:c ] .",
        "",
        "- Aa [actor/a] - Cc [actor/c], operational level: through agreement/n",
        "- Aa [actor/a] - Cc [actor/c], nivel operativo: por agreement/n",
        "- Aa [actor/a] - Cc [actor/c], nível operacional: por agreement/n",
    ),
    "everything else": Case(
        'participation:a cg:evidence <urn:x> . agreement:m rdfs:comment "so"@en .',
        "participation:a cg:evidence <urn:y> .",
        "Other statements: 1 added, 2 removed",
        "Otros enunciados: 1 agregados, 2 quitados",
        "Outros enunciados: 1 acrescentados, 2 retirados",
    ),
    "everything else by kind": Case(
        "participation:a cg:evidence <urn:x> .",
        "participation:a cg:evidence <urn:y> .",
        "participation: 1 added, 1 removed (cg:evidence)",
        "participación: 1 agregados, 1 quitados (cg:evidence)",
        "participação: 1 acrescentados, 1 retirados (cg:evidence)",
    ),
}


@pytest.mark.parametrize("lang", ["en", "es", "pt"])
@pytest.mark.parametrize("name", CASES)
def test_a_change_is_said_exactly_so(name: str, lang: str) -> None:
    case = CASES[name]
    told = as_text(difference(BASE + case.old, BASE + case.new), lang=lang)
    assert getattr(case, lang) in [line.strip() for line in told.splitlines()], told


def test_nothing_is_said_where_nothing_differs() -> None:
    same = difference(BASE, BASE)
    assert [as_text(same, lang=lang) for lang in ("en", "es", "pt")] == [
        "No difference.\n",
        "Ninguna diferencia.\n",
        "Nenhuma diferença.\n",
    ]


def test_a_difference_of_another_kind_is_not_denied() -> None:
    found = compare(
        store(BASE), store(BASE + "actor:c cg:sector sector:health ."), only=["ties"]
    )
    assert as_text(found) == "No difference of this kind.\n"


def test_a_whole_difference_reads_so() -> None:
    new = BASE + C_JOINS + 'agreement:m cg:signedOn "1990"^^xsd:gYear .'
    assert as_text(difference(BASE, new)) == (
        "Statements: 5 added, 0 removed.\n"
        "\n"
        "Agreements and other mechanisms (1)\n"
        "  ~ Mm [agreement/m]\n"
        "      Cc [actor/c] joins as liaison body, acting for Aa [actor/a]\n"
        "\n"
        "Dates (1)\n"
        "  ~ Mm [agreement/m]\n"
        "      signed on 1990 (added)\n"
        "\n"
        "Ties (2)\n"
        "  + Aa [actor/a] - Cc [actor/c]: through Mm [agreement/m]\n"
        "  + Bb [actor/b] - Cc [actor/c]: through Mm [agreement/m]\n"
    )


def test_twenty_things_are_told_unless_all_are_asked_for() -> None:
    many = BASE + "".join(f"actor:n{number} a cg:Institution .\n" for number in range(23))
    found = difference(BASE, many)
    assert "  ... and 3 more; --all lists them\n" in as_text(found)
    assert as_text(found).count("  + ") == 20
    assert as_text(found, everything=True).count("  + ") == 23


def test_other_statements_are_listed_if_all_is_asked_for() -> None:
    found = difference(BASE, BASE + "<urn:a> <urn:b> <urn:c> .")
    assert "things of no class: 1 added, 0 removed (urn:b)" in as_text(found)
    assert as_text(found, everything=True).endswith("\n  + <urn:a> <urn:b> <urn:c> .\n")


def test_a_text_stays_on_its_line_and_steers_no_terminal() -> None:
    found = difference(BASE, BASE + 'actor:c skos:prefLabel "C\\u001B[2J\\n c"@es .')
    assert '      name (es): "C[2J c" (added)\n' in as_text(found)


def test_texts_in_the_place_of_things_are_told_as_they_stand() -> None:
    told = as_text(
        difference(
            BASE,
            BASE
            + r"""
        participation:a cg:actor "C\u001B[2J\n c" .
        agreement:m cg:level "high up" . """,
        )
    )
    assert "  + C[2J c - Bb [actor/b], high up: through Mm [agreement/m]\n" in told


def test_it_is_said_where_graphs_were_left_aside() -> None:
    found = difference(BASE, f"<urn:g> {{ {BASE} <urn:a> <urn:b> <urn:c> . }}")
    assert "The two have no named graph in common: graphs were left aside.\n" in as_text(found)


def test_the_languages_say_the_same_with_the_same_blanks() -> None:
    for key, english in WORDS["en"].items():
        blanks = sorted(re.findall(r"\{\w+\}", english))
        for lang in ("es", "pt"):
            assert sorted(re.findall(r"\{\w+\}", WORDS[lang][key])) == blanks
    assert WORDS["en"].keys() == WORDS["es"].keys() == WORDS["pt"].keys()
    assert all(set(words) == {"en", "es", "pt"} for words in PROPERTIES.values())
