"""What the workbench says in Spanish."""

from collections.abc import Mapping

__all__ = ["TEXTS"]

TEXTS: Mapping[str, Mapping[str, str]] = {
    "frame": {
        "site": "Coordinación en la seguridad social",
        "skip": "Ir al contenido",
        "main_menu": "Menú principal",
        "languages": "Idiomas",
        "footer": "Cada vínculo remite a su fuente.",
        "footer_data": "Datos, punto de acceso, licencias",
        "no_answer": "El servidor no responde. ¿Sigue en marcha?",
        "found_actors": "Actores encontrados",
        "found_n": "{n} encontrados",
        "found_none": "Nada tiene este nombre.",
        "policy": "políticas",
        "operational": "operativo",
        "service-delivery": "prestación de servicios",
        "no_level": "sin nivel indicado",
        "close": "Cerrar",
        "loading": "Un momento …",
        "stop": "Detener",
    },
    "missing": {
        "menu": "No encontrado",
        "title": "Esta página no existe",
        "missing_note": "No hay nada en esta dirección. El menú lleva adelante.",
    },
    "home": {
        "menu": "Inicio",
        "title": "Inicio",
        "lead": (
            "Quién se coordina con quién en la seguridad social, en qué nivel, por qué medio "
            "y dónde está escrito."
        ),
        "search_label": "Buscar un actor por su nombre",
        "search": "Buscar",
        "search_hint": (
            "Escriba parte de un nombre o una sigla: no importan tildes ni mayúsculas."
        ),
        "results": "Lo que puede significar «{q}»",
        "counts": "Lo que hay",
        "actors": "actores",
        "practices": "prácticas",
        "agreements": "acuerdos",
        "mechanisms": "otros mecanismos",
        "sources": "fuentes",
        "discrepancies": "discrepancias",
        "empty": "Estos datos aún no tienen actores.",
        "views": "Adónde ir",
        "about_network": "Toda la red, por nivel, país, práctica y tiempo.",
        "about_sparql": "Haga sus propias preguntas, o las de la biblioteca.",
        "about_measures": "Qué tan central es cada actor, y de qué se compone cada número.",
        "about_quality": "Qué hallaron los controles, y dónde discrepan las fuentes.",
        "about_agreements": "Los acuerdos en el tiempo y en el mapa.",
        "about_data": "Descargas, el punto de acceso, la ontología, la API.",
        "top": "Actores con más contrapartes",
        "top_note": "Con cuántos actores distintos comparte cada uno un mecanismo.",
        "actor": "actor",
        "counterparts": "contrapartes",
        "levels": "Niveles de coordinación",
        "levels_note": (
            "Un mecanismo cuya fuente no indica nivel no tiene ninguno: nada se supone."
        ),
        "mechanisms_n": "{n} mecanismos",
        "too_large": "La red es demasiado grande para medirla en esta página.",
    },
    "data": {
        "menu": "Datos",
        "title": "Datos",
        "lead": (
            "Todo lo que muestra la mesa de trabajo son datos enlazados. Tómelos enteros, o "
            "pida lo que necesite."
        ),
        "downloads": "Descargas",
        "downloads_note": (
            "{n} enunciados en grafos con nombre, uno por fuente de conocimiento. Cada uno "
            "se ofrece en todos los formatos."
        ),
        "graph": "grafo",
        "about": "qué contiene",
        "statements": "enunciados",
        "download": "descargar",
        "download_as": "Descargar {name} como {format}",
        "graph_ontology": "Los términos y conceptos que usan los datos.",
        "graph_article": "Lo que dice el artículo: prácticas, mecanismos, actores.",
        "graph_institutions": "Nombres, identificadores e historia de las instituciones.",
        "graph_agreements": "Convenios de seguridad social: partes, fechas, actos.",
        "graph_derived": "Lo que se sigue por reglas: partes y vínculos.",
        "graph_measures": "Medidas de la red, como datos.",
        "graph_none": "Lo que no está en ningún grafo.",
        "no_graphs": "Aún no hay enunciados.",
        "ask": "Preguntar",
        "ask_note": (
            "El punto de acceso sigue el protocolo SPARQL 1.1; las preguntas de la "
            "biblioteca y la API no requieren SPARQL."
        ),
        "address": "dirección",
        "answers": "qué responde",
        "at_sparql": "SPARQL, por GET o POST; sin pregunta, se describe a sí mismo.",
        "at_store": "Grafos enteros (Graph Store Protocol).",
        "at_queries": "Las {n} preguntas de la biblioteca, cada una en su propia dirección.",
        "at_api": (
            "Vínculos, medidas, explicaciones y búsqueda, en JSON, CSV o TSV; descrita para "
            "programas (OpenAPI)."
        ),
        "at_reconcile": "Nombres, cotejados con actores desde OpenRefine.",
        "at_together": "Preguntas sobre los datos junto con sus propios archivos.",
        "examples": "Ejemplos",
        "in_curl": "En la línea de comandos",
        "in_python": "En Python",
        "in_r": "En R",
        "read_on": "Para leer más",
        "ontology_link": "La ontología: sus clases y propiedades",
        "ontology_note": "con definiciones en tres idiomas.",
        "licences": "Licencias",
        "licences_note": "Código: Apache 2.0. Ontología y datos: CC BY 4.0.",
        "third_party": "Lo que la mesa de trabajo tiene de otros",
    },
}
"""By view, by key."""
