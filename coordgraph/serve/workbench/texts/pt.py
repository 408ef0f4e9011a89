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
    "data": {
        "menu": "Dados",
        "title": "Dados",
        "lead": (
            "Tudo o que a bancada mostra são dados ligados. Leve-os inteiros, ou peça o que "
            "precisar."
        ),
        "downloads": "Downloads",
        "downloads_note": (
            "{n} enunciados em grafos nomeados, um por fonte de conhecimento. Cada um é "
            "oferecido em todos os formatos."
        ),
        "graph": "grafo",
        "about": "o que contém",
        "statements": "enunciados",
        "download": "baixar",
        "download_as": "Baixar {name} como {format}",
        "graph_ontology": "Os termos e conceitos que os dados usam.",
        "graph_article": "O que diz o artigo: práticas, mecanismos, atores, afirmações.",
        "graph_institutions": "Nomes, identificadores e história das instituições.",
        "graph_agreements": "Acordos de seguridade social: partes, datas, atos, instituições.",
        "graph_derived": "O que se segue por regras: partes e vínculos.",
        "graph_measures": "Medidas da rede, como dados.",
        "graph_none": "O que não está em nenhum grafo.",
        "no_graphs": "Ainda não há enunciados.",
        "ask": "Perguntar",
        "ask_note": (
            "O ponto de acesso segue o protocolo SPARQL 1.1; as perguntas da biblioteca e a "
            "API dispensam SPARQL."
        ),
        "address": "endereço",
        "answers": "o que responde",
        "at_sparql": "SPARQL, por GET ou POST; sem pergunta, descreve-se a si mesmo.",
        "at_store": "Grafos inteiros (Graph Store Protocol).",
        "at_queries": "As {n} perguntas da biblioteca, cada uma em seu próprio endereço.",
        "at_api": (
            "Vínculos, medidas, explicações e busca, em JSON, CSV ou TSV; descrita para "
            "programas (OpenAPI)."
        ),
        "at_reconcile": "Nomes, conferidos com atores pelo OpenRefine.",
        "at_together": "Perguntas sobre os dados junto com seus próprios arquivos.",
        "examples": "Exemplos",
        "in_curl": "Na linha de comando",
        "in_python": "Em Python",
        "in_r": "Em R",
        "read_on": "Para ler mais",
        "ontology_link": "A ontologia: suas classes e propriedades",
        "ontology_note": "com definições em três idiomas.",
        "licences": "Licenças",
        "licences_note": "Código: Apache 2.0. Ontologia e dados: CC BY 4.0.",
        "third_party": "O que a bancada tem de outros",
    },
}
"""By view, by key."""
