"""What terms of others' vocabularies are called in three languages."""

from collections.abc import Mapping

from coordgraph.namespace import PREFIXES

__all__ = ["TERMS"]

_GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#"

_TERMS: Mapping[str, tuple[str, str, str]] = {
    "dcterms:bibliographicCitation": (
        "citation",
        "cita bibliográfica",
        "citação bibliográfica",
    ),
    "dcterms:created": ("created", "creado", "criado"),
    "dcterms:creator": ("author", "autor", "autor"),
    "dcterms:description": ("description", "descripción", "descrição"),
    "dcterms:isPartOf": ("part of", "parte de", "parte de"),
    "dcterms:isReplacedBy": ("replaced by", "reemplazado por", "substituído por"),
    "dcterms:issued": ("published", "publicado", "publicado"),
    "dcterms:license": ("licence", "licencia", "licença"),
    "dcterms:modified": ("changed", "modificado", "modificado"),
    "dcterms:publisher": ("publisher", "editor", "editor"),
    "dcterms:relation": ("related", "relacionado", "relacionado"),
    "dcterms:replaces": ("replaces", "reemplaza a", "substitui"),
    "dcterms:source": ("source", "fuente", "fonte"),
    "dcterms:spatial": ("area", "ámbito geográfico", "âmbito geográfico"),
    "dcterms:title": ("title", "título", "título"),
    "dcterms:type": ("type", "tipo", "tipo"),
    "foaf:homepage": ("homepage", "página principal", "página principal"),
    "foaf:page": ("page", "página", "página"),
    "geo:lat": ("latitude", "latitud", "latitude"),
    "geo:long": ("longitude", "longitud", "longitude"),
    "org:ChangeEvent": (
        "change of an organization",
        "cambio de una organización",
        "mudança de uma organização",
    ),
    "org:identifier": ("identifier", "identificador", "identificador"),
    "org:memberOf": ("member of", "miembro de", "membro de"),
    "org:originalOrganization": (
        "organization before",
        "organización anterior",
        "organização anterior",
    ),
    "org:purpose": ("purpose", "finalidad", "finalidade"),
    "org:resultingOrganization": (
        "organization after",
        "organización resultante",
        "organização resultante",
    ),
    "org:subOrganizationOf": ("belongs to", "pertenece a", "pertence a"),
    "org:unitOf": ("unit of", "unidad de", "unidade de"),
    "owl:AnnotationProperty": (
        "annotation property",
        "propiedad de anotación",
        "propriedade de anotação",
    ),
    "owl:Class": ("class", "clase", "classe"),
    "owl:DatatypeProperty": (
        "property with a value",
        "propiedad con valor",
        "propriedade com valor",
    ),
    "owl:ObjectProperty": ("property", "propiedad", "propriedade"),
    "owl:Ontology": ("ontology", "ontología", "ontologia"),
    "owl:SymmetricProperty": (
        "symmetric property",
        "propiedad simétrica",
        "propriedade simétrica",
    ),
    "owl:disjointWith": ("disjoint with", "disjunta con", "disjunta de"),
    "owl:inverseOf": ("inverse of", "inversa de", "inversa de"),
    "owl:sameAs": ("same as", "igual a", "igual a"),
    "owl:versionIRI": ("version address", "dirección de la versión", "endereço da versão"),
    "owl:versionInfo": ("version", "versión", "versão"),
    "rdf:first": ("first", "primero", "primeiro"),
    "rdf:object": ("object", "objeto", "objeto"),
    "rdf:predicate": ("property", "propiedad", "propriedade"),
    "rdf:rest": ("rest", "resto", "resto"),
    "rdf:subject": ("subject", "sujeto", "sujeito"),
    "rdf:type": ("class", "clase", "classe"),
    "rdfs:comment": ("note", "nota", "nota"),
    "rdfs:domain": ("said of", "se dice de", "diz-se de"),
    "rdfs:isDefinedBy": ("defined by", "definido por", "definido por"),
    "rdfs:label": ("label", "etiqueta", "rótulo"),
    "rdfs:range": ("values are", "sus valores son", "seus valores são"),
    "rdfs:seeAlso": ("see also", "véase también", "ver também"),
    "rdfs:subClassOf": ("subclass of", "subclase de", "subclasse de"),
    "rdfs:subPropertyOf": ("subproperty of", "subpropiedad de", "subpropriedade de"),
    "schema:PropertyValue": ("figure", "cifra", "número"),
    "schema:address": ("address", "dirección", "endereço"),
    "schema:award": ("award", "premio", "prêmio"),
    "schema:department": ("department", "departamento", "departamento"),
    "schema:dissolutionDate": ("dissolved", "disuelto", "extinto"),
    "schema:foundingDate": ("founded", "fundado", "fundado"),
    "schema:name": ("name", "nombre", "nome"),
    "schema:position": ("position", "posición", "posição"),
    "schema:propertyID": ("property", "propiedad", "propriedade"),
    "schema:startDate": ("start", "inicio", "início"),
    "schema:unitCode": ("unit code", "código de unidad", "código de unidade"),
    "schema:unitText": ("unit", "unidad", "unidade"),
    "schema:value": ("value", "valor", "valor"),
    "skos:Concept": ("concept", "concepto", "conceito"),
    "skos:ConceptScheme": ("concept scheme", "esquema de conceptos", "esquema de conceitos"),
    "skos:OrderedCollection": ("ordered collection", "colección ordenada", "coleção ordenada"),
    "skos:altLabel": ("also called", "también llamado", "também chamado"),
    "skos:broadMatch": (
        "broader elsewhere",
        "más amplio en otro sitio",
        "mais amplo em outro lugar",
    ),
    "skos:broader": ("broader", "más amplio", "mais amplo"),
    "skos:closeMatch": ("close to", "cercano a", "próximo a"),
    "skos:definition": ("definition", "definición", "definição"),
    "skos:exactMatch": ("same elsewhere", "igual en otro sitio", "igual em outro lugar"),
    "skos:hasTopConcept": ("top concept", "concepto superior", "conceito superior"),
    "skos:hiddenLabel": ("found as", "se encuentra como", "encontrado como"),
    "skos:historyNote": ("history", "historia", "história"),
    "skos:inScheme": ("in scheme", "en el esquema", "no esquema"),
    "skos:member": ("member", "miembro", "membro"),
    "skos:memberList": ("members in order", "miembros en orden", "membros em ordem"),
    "skos:narrower": ("narrower", "más estrecho", "mais restrito"),
    "skos:notation": ("code", "código", "código"),
    "skos:note": ("note", "nota", "nota"),
    "skos:prefLabel": ("name", "nombre", "nome"),
    "skos:relatedMatch": (
        "related elsewhere",
        "relacionado en otro sitio",
        "relacionado em outro lugar",
    ),
    "skos:scopeNote": ("scope", "alcance", "alcance"),
    "skos:topConceptOf": ("top concept of", "concepto superior de", "conceito superior de"),
    "skosxl:literalForm": ("written as", "escrito como", "escrito como"),
    "vann:preferredNamespacePrefix": ("prefix", "prefijo", "prefixo"),
    "vann:preferredNamespaceUri": ("namespace", "espacio de nombres", "espaço de nomes"),
}


def _expanded(name: str) -> str:
    prefix, _, local = name.partition(":")
    return {**PREFIXES, "geo": _GEO}[prefix] + local


TERMS: Mapping[str, Mapping[str, str]] = {
    _expanded(name): dict(zip(("en", "es", "pt"), names, strict=True))
    for name, names in _TERMS.items()
}
"""Their names by IRI and language."""
