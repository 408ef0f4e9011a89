"""What the pages say in Spanish."""

from collections.abc import Mapping

__all__ = ["WORDS"]

WORDS: Mapping[str, str] = {
    "site": "Coordinación en la seguridad social",
    "skip": "Ir al contenido",
    "languages": "Idiomas",
    "main_menu": "Menú principal",
    "search": "Buscar",
    "search_label": "Buscar por nombre",
    "search_hint": "Escriba parte de un nombre: no importan acentos ni mayúsculas.",
    "search_noscript": (
        "La búsqueda necesita JavaScript. Todo se encuentra también en las listas:"
    ),
    "search_none": "Nada tiene este nombre.",
    "search_found": "{n} encontrados",
    "search_more": "Más de {n}; se muestran los primeros. Agregue una palabra.",
    "search_common": (
        "Muchísimos nombres tienen estas palabras; se muestran algunos. Agregue una "
        "palabra menos común."
    ),
    "home": "Inicio",
    "you_are_here": "Usted está aquí",
    "glance": "De un vistazo",
    "facts": "Qué se afirma",
    "fact": "propiedad",
    "value": "valor",
    "evidence": "evidencia",
    "evidence_whole": "Evidencia",
    "evidence_note": (
        "Dónde está escrito lo que aquí se dice, salvo que una línea indique su propio lugar."
    ),
    "term_in_ontology": "En la documentación de la ontología",
    "term_rules": "Reglas que lo nombran",
    "term_derivations": "Reglas de deducción que lo nombran",
    "term_questions": "Preguntas que lo usan",
    "term_example": "Un ejemplo aquí",
    "pointing": "Mencionado por",
    "pointing_of": "«{property}» de",
    "not_asserted": "otra fuente dice",
    "data": "Descargar",
    "data_note": "Los enunciados de esta página, como datos.",
    "names": "Nombres",
    "cite": "Dirección para citar",
    "elsewhere": "En otros sitios",
    "participants": "Quiénes participan",
    "taking_part": "En qué participa",
    "acting_for": "Quiénes actúan por él",
    "mechanisms": "Mecanismos",
    "figures": "Cifras",
    "aspects": "Aspectos",
    "passages": "Pasajes y qué se apoya en ellos",
    "rests": "Qué se apoya en ella",
    "sections": "Pasajes en él",
    "systems": "Sistemas de información",
    "claims": "¿En qué niveles? Qué se dice y dónde",
    "claims_note": "Cada lectura de la fuente por separado; donde no concuerdan, valen ambas.",
    "reading": "lectura",
    "says_yes": "dice que sí",
    "says_no": "dice que no",
    "says_nothing": "no dice nada",
    "discrepancies": "Dónde las fuentes no concuerdan",
    "discrepancy_side": "Lectura {n}",
    "ties": "Con quién se coordina",
    "ties_within": "Quién se coordina con quién",
    "ties_note": (
        "Dos actores están vinculados en un nivel por cada mecanismo de ese nivel en "
        "el que ambos participan."
    ),
    "actors": "actores",
    "counterpart": "contraparte",
    "level": "nivel",
    "through": "mediante",
    "mechanisms_shared": "mecanismos",
    "mechanisms_n": "{n} mecanismos",
    "no_level": "sin nivel indicado",
    "drawing_ego": (
        "{name} y los {n} actores con los que se coordina. La tabla de abajo dice lo mismo."
    ),
    "drawing_cut": (
        "{name} y los {shown} de {n} actores con los que comparte más mecanismos. La "
        "tabla de abajo los tiene todos."
    ),
    "drawing_star": "{name} y los {n} actores que participan en él.",
    "drawing_star_cut": (
        "{name} y {shown} de los {n} actores que participan en él. La tabla los tiene todos."
    ),
    "drawing": "Dibujo de la red",
    "legend": "Leyenda",
    "group_mark": "grupo conocido solo por su tipo",
    "timeline": "Línea de tiempo",
    "timeline_alt": (
        "{n} hechos fechados, de {first} a {last}. La tabla de abajo los tiene todos."
    ),
    "date": "fecha",
    "what": "qué",
    "which": "de qué",
    "more_rows": "{n} más",
    "page_of": "Página {n} de {m}",
    "pages": "Páginas",
    "previous": "Página anterior",
    "next": "Página siguiente",
    "letters": "Por la primera letra",
    "others": "otros signos",
    "entries": "{n} entradas",
    "kind_actors": "Actores",
    "kind_practices": "Prácticas",
    "kind_agreements": "Acuerdos",
    "kind_mechanisms": "Mecanismos",
    "kind_sources": "Fuentes",
    "kind_places": "Lugares",
    "kind_systems": "Sistemas e instrumentos",
    "kind_discrepancies": "Discrepancias",
    "kind_concepts": "Conceptos",
    "kind_terms": "Términos de la ontología",
    "kind_queries": "Preguntas",
    "kind_ns": "Ontología",
    "kind_shapes": "Reglas de los datos",
    "kind_others": "Otras cosas",
    "about_actors": (
        "Ministerios, institutos, unidades, Estados y grupos conocidos solo por su tipo."
    ),
    "about_practices": "Programas y buenas prácticas en que los actores se coordinan.",
    "about_agreements": "Tratados, arreglos y convenios entre instituciones.",
    "about_mechanisms": "Formas de coordinación que no se basan en un consentimiento formal.",
    "about_sources": "Dónde está escrito todo esto.",
    "about_places": "Países y regiones.",
    "about_systems": "Lo que usan los mecanismos y los textos en que se apoyan.",
    "about_discrepancies": "Lecturas de las fuentes que no concuerdan; se conservan ambas.",
    "about_concepts": "Niveles, roles, tipos: lo que ordena las cosas aquí.",
    "about_terms": "Las clases y propiedades que usan los datos.",
    "about_queries": (
        "Preguntas que los datos responden: cada una con su consulta, para copiar y cambiar."
    ),
    "about_ns": (
        "Los términos en que se dice todo esto: un dibujo, clases, "
        "propiedades, listas de conceptos."
    ),
    "about_shapes": (
        "Cómo deben ser los datos, regla por regla, con datos que la cumplen "
        "y datos que la incumplen."
    ),
    "about_others": "Cosas de ninguna clase conocida aquí.",
    "home_lead": (
        "Quién se coordina con quién en la seguridad social, en qué nivel, mediante "
        "qué, y dónde está escrito."
    ),
    "home_browse": "Qué hay",
    "home_understand": "Consultarlo, comprobarlo, entenderlo",
    "home_top": "Actores con más contrapartes",
    "home_top_note": "Con cuántos actores diferentes comparte cada uno un mecanismo.",
    "home_levels": "Niveles de coordinación",
    "home_levels_note": (
        "Un mecanismo cuya fuente no indica nivel no tiene ninguno: nada se supone."
    ),
    "home_data": "Los datos",
    "home_data_note": (
        "Todo lo que hay en estas páginas son datos enlazados: cada página tiene una "
        "dirección estable y sus enunciados en tres formatos."
    ),
    "counterparts": "contrapartes",
    "not_found": "Esta página no existe",
    "not_found_note": (
        "No hay nada en esta dirección. La búsqueda y las listas llevan más lejos:"
    ),
    "footer": "Hecho con coordgraph a partir de datos en que cada vínculo lleva a su fuente.",
    "licence": "Licencia",
    "yes": "sí",
    "no": "no",
    "opens_elsewhere": "en otro sitio",
    "release_open": "Descargas, versión, licencia",
}
