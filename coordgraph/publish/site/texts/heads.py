"""What heads a column or a line, where the name of the property is a whole phrase."""

from collections.abc import Mapping

from coordgraph.namespace import CG

__all__ = ["HEADS"]

_HEADS: Mapping[str, tuple[str, str, str]] = {
    "actor": ("actor", "actor", "ator"),
    "actorKind": ("kind", "tipo", "tipo"),
    "agreementStatus": ("status", "estado", "situação"),
    "agreementType": ("type", "tipo", "tipo"),
    "aspectKind": ("kind", "tipo", "tipo"),
    "basis": ("basis", "fundamento", "fundamento"),
    "actingFor": ("acting for", "en nombre de", "em nome de"),
    "byParty": ("party", "parte", "parte"),
    "confidence": ("confidence", "confianza", "confiança"),
    "country": ("country", "país", "país"),
    "discrepancyKind": ("kind", "tipo", "tipo"),
    "endedOn": ("ended", "terminado", "encerrado"),
    "eventKind": ("act", "acto", "ato"),
    "evidence": ("evidence", "evidencia", "evidência"),
    "factStatus": ("status", "estado", "situação"),
    "firstLine": ("first line", "primera línea", "primeira linha"),
    "from": ("from", "desde", "desde"),
    "happenedAt": ("place", "lugar", "lugar"),
    "happenedOn": ("date", "fecha", "data"),
    "inForceFrom": ("in force from", "en vigor desde", "em vigor desde"),
    "inPractice": ("practice", "práctica", "prática"),
    "inSection": ("section", "sección", "seção"),
    "instrument": ("legal instrument", "instrumento jurídico", "instrumento jurídico"),
    "lastLine": ("last line", "última línea", "última linha"),
    "leadActor": ("led by", "dirigido por", "liderado por"),
    "coLeadActor": ("co-led by", "codirigido por", "coliderado por"),
    "legalBasis": ("legal basis", "base jurídica", "base jurídica"),
    "level": ("level", "nivel", "nível"),
    "levelStated": ("level stated", "nivel indicado", "nível indicado"),
    "locator": ("place in the source", "lugar en la fuente", "lugar na fonte"),
    "mechanismKind": ("kind", "tipo", "tipo"),
    "nameKind": ("kind", "tipo", "tipo"),
    "namedAs": ("named as", "nombrado como", "nomeado como"),
    "operatedBy": ("operated by", "operado por", "operado por"),
    "partyStatus": ("status", "estado", "situação"),
    "region": ("region", "región", "região"),
    "role": ("role", "papel", "papel"),
    "scope": ("scope", "alcance", "alcance"),
    "sector": ("sector", "sector", "setor"),
    "signedOn": ("signed", "firmado", "assinado"),
    "sourceClass": ("kind of source", "tipo de fuente", "tipo de fonte"),
    "until": ("until", "hasta", "até"),
    "usesSystem": ("system", "sistema", "sistema"),
    "Mechanism": ("mechanism", "mecanismo", "mecanismo"),
    "InformationSystem": ("system", "sistema", "sistema"),
    "Passage": ("passage", "pasaje", "passagem"),
}

HEADS: Mapping[str, Mapping[str, str]] = {
    CG + name: dict(zip(("en", "es", "pt"), words, strict=True))
    for name, words in _HEADS.items()
}
"""Short headings by the IRI of a term of the ontology, and language."""
