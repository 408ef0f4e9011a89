"""What the workbench says in Portuguese."""

from collections.abc import Mapping

__all__ = ["TEXTS"]

TEXTS: Mapping[str, Mapping[str, str]] = {
    "frame": {
        "site": "Coordenação na seguridade social",
        "skip": "Ir para o conteúdo",
        "main_menu": "Menu principal",
        "languages": "Idiomas",
        "footer": "Cada vínculo remete à sua fonte.",
        "footer_data": "Dados, ponto de acesso, licenças",
        "no_answer": "O servidor não responde. Ainda está em execução?",
        "found_actors": "Atores encontrados",
        "found_n": "{n} encontrados",
        "found_none": "Nada tem este nome.",
        "policy": "políticas",
        "operational": "operacional",
        "service-delivery": "prestação de serviços",
        "no_level": "sem nível indicado",
        "close": "Fechar",
        "loading": "Um momento …",
        "stop": "Parar",
    },
    "missing": {
        "menu": "Não encontrado",
        "title": "Esta página não existe",
        "missing_note": "Não há nada neste endereço. O menu leva adiante.",
    },
    "home": {
        "menu": "Início",
        "title": "Início",
        "lead": (
            "Quem se coordena com quem na seguridade social, em que nível, por que meio "
            "e onde está escrito."
        ),
        "search_label": "Buscar um ator pelo nome",
        "search": "Buscar",
        "search_hint": (
            "Digite parte de um nome ou de uma sigla: acentos e maiúsculas não importam."
        ),
        "results": "O que “{q}” pode significar",
        "counts": "O que há",
        "actors": "atores",
        "practices": "práticas",
        "agreements": "acordos",
        "mechanisms": "outros mecanismos",
        "sources": "fontes",
        "discrepancies": "discrepâncias",
        "empty": "Estes dados ainda não têm atores.",
        "views": "Aonde ir",
        "about_network": "Toda a rede, por nível, país, prática e tempo.",
        "about_sparql": "Faça suas próprias perguntas, ou as da biblioteca.",
        "about_measures": "Quão central é cada ator, e de que se compõe cada número.",
        "about_quality": "O que as verificações acharam, e onde as fontes discordam.",
        "about_agreements": "Os acordos no tempo e no mapa.",
        "about_data": "Downloads, o ponto de acesso, a ontologia, a API.",
        "top": "Atores com mais contrapartes",
        "top_note": "Com quantos atores diferentes cada um compartilha um mecanismo.",
        "actor": "ator",
        "counterparts": "contrapartes",
        "levels": "Níveis de coordenação",
        "levels_note": (
            "Um mecanismo cuja fonte não indica nível não tem nenhum: nada é suposto."
        ),
        "mechanisms_n": "{n} mecanismos",
        "too_large": "A rede é grande demais para ser medida nesta página.",
    },
}
"""By view, by key."""
