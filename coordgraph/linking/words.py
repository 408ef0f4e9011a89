"""The words that names of institutions are made of, whatever language they are written in."""

import re
from collections.abc import Iterable

from coordgraph.names import plain

__all__ = [
    "CONCEPTS",
    "concept",
    "content",
    "initials",
    "is_of_states",
    "joined",
    "pieces",
    "words",
]

_WORD = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"\b(?:\w\.){2,}(?:\w\b)?")
_PIECES = re.compile(r"(?<!\s)\s++[-\u2013\u2014]\s+|[()\[\]]")

_SMALL_WORDS = """
a an and for in of on the to
al con de del e el en la las lo los para por y
ao aos as com da das do dos em na nas no nos o os um uma
au aux d des du et l le les pour
delle dei della dello di il per
der die fur im und van voor het
sa ip
"""
_SMALL = frozenset(_SMALL_WORDS.split())
"""Articles, prepositions and conjunctions of seven languages, and what companies end in."""

_JOINING = frozenset(("y", "e", "and", "et", "und"))

_WORDS_OF_STATES = """
america bolivariana bolivarian commonwealth confederacion confederation estado estados
federal federativa federative federation federacion kingdom nation nacion oriental
plurinacional plurinational reino republic republica republique state states unidos united
"""
_OF_STATES = frozenset(_WORDS_OF_STATES.split())

_SAME = """
ministry ministerio ministere minister ministro ministra min
labour labor work trabajo trabalho travail lavoro arbeit
workers trabajadores trabalhadores travailleurs lavoratori
employment empleo emprego emploi
employers empleadores empregadores
security seguridad seguridade seguranca securite sicurezza
insurance seguro seguros assurance
provision prevision previdencia previdenza welfare bienestar prevoyance
social sociales sociais sociale
health salud saude sante salute
development desarrollo desenvolvimento
finance finances finanzas financas hacienda fazenda finanze
economy economia economie
justice justicia justica
protection proteccion protecao
education educacion educacao
promotion promocion promocao
inspection inspeccion inspecao
inspectorate inspectorates inspecciones superintendencias
administration administracion administracao amministrazione adm admin
agency agencia agence
institute instituto institut istituto inst
institution institucion instituicao
institutions instituciones instituicoes
secretariat secretaria secretary secretario sec
undersecretariat subsecretaria
superintendence superintendency superintendencia
directorate direccion direcao direction dir
department departamento departement dept depto dpto
general gral
national nacional nationale nazionale nac
federal federale
federations federaciones federacoes
international internacional internationale
american americano americana americain
province provincia provincial provinciais provinciales prov pcia
governments gobiernos governos
government gobierno governo
municipal municipales municipais
register registry registro
rural rurales rurais
agricultural agrario agrarios agrarias agricola agricolas
fund caja caixa caisse fondo fundo
funds fondos fundos
bank banco banque banca
board junta
council consejo conselho conseil
union unions sindicatos sindicato
associations asociaciones associacoes
association asociacion associacao
organization organisation organizacion organizacao
companies empresas
enterprise empresa
pension pensions pensiones pensao pensoes jubilaciones
revenue revenues ingresos receitas recaudacion arrecadacao revenu
customs aduanas aduana aduaneiro aduanero alfandega
technology tecnologia technologie
information informacion informacao informacoes
electronic electronico eletronico electronica
market mercado
common comun comum
southern sur sul
services servicios servicos service servicio servico
public publico publica publicos publicas
units unidades
benefits prestaciones beneficios
nations naciones nacoes
affairs asuntos assuntos
foreign exteriores
"""

CONCEPTS = {word: row.split()[0] for row in _SAME.strip().splitlines() for word in row.split()}
"""What words mean, whatever language they are of, as the English word for it."""


def words(name: str) -> list[str]:
    """
    Return the words of a name without case and accents; dotted letters are one word.

    >>> words("A.F.I.P., Administración-Federal")
    ['afip', 'administracion', 'federal']
    """
    return _WORD.findall(_DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), plain(name)))


def joined(found: Iterable[str]) -> str:
    """Return words as one, so that blanks and hyphens make no difference."""
    return "".join(found)


def content(found: Iterable[str]) -> tuple[str, ...]:
    """
    Return words without articles, prepositions and the like; all of them if none is left.

    >>> content(words("Ministério da Saúde"))
    ('ministerio', 'saude')
    """
    listed = tuple(found)
    return tuple(word for word in listed if word not in _SMALL) or listed


def concept(word: str) -> str:
    """
    Return what a word means, as the English word for it; itself if it is not known.

    >>> concept("trabalho"), concept("trabajo"), concept("afip")
    ('labour', 'labour', 'afip')
    """
    return CONCEPTS.get(word, word)


def is_of_states(found: Iterable[str]) -> bool:
    """
    Say whether words are all of those that long names of states have beside the country.

    >>> is_of_states(["republica", "federativa"]), is_of_states(["banco"])
    (True, False)
    """
    return _OF_STATES.issuperset(found)


def initials(found: Iterable[str]) -> set[str]:
    """
    Return the acronyms that words make, with and without words such as *and*.

    >>> sorted(initials(words("Ministerio de Trabajo, Empleo y Seguridad Social")))
    ['mtess', 'mteyss']
    """
    listed = list(found)
    short = [word[0] for word in content(listed)]
    small = _SMALL - _JOINING
    long = [word[0] for word in listed if word not in small]
    return {"".join(letters) for letters in (short, long) if len(letters) >= 3}


def pieces(name: str) -> list[str]:
    """
    Return what stands beside brackets or dashes and within them, if a name has any.

    >>> pieces("ANSES - Administración Nacional (Argentina)")
    ['ANSES', 'Administración Nacional', 'Argentina']
    >>> pieces("IMSS-Bienestar")
    []
    """
    parts = [part.strip(" ,;") for part in _PIECES.split(name)]
    found = [part for part in parts if part]
    return found if len(found) > 1 else []
