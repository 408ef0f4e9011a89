"""What the pages say in Portuguese."""

from collections.abc import Mapping

__all__ = ["WORDS"]

WORDS: Mapping[str, str] = {
    "site": "Coordenação na seguridade social",
    "skip": "Ir para o conteúdo",
    "languages": "Idiomas",
    "main_menu": "Menu principal",
    "search": "Buscar",
    "search_label": "Buscar por nome",
    "search_hint": "Digite parte de um nome: acentos e maiúsculas não importam.",
    "search_noscript": "A busca precisa de JavaScript. Tudo também se encontra nas listas:",
    "search_none": "Nada tem este nome.",
    "search_found": "{n} encontrados",
    "search_more": "Mais de {n}; mostram-se os primeiros. Acrescente uma palavra.",
    "search_common": (
        "Muitíssimos nomes têm estas palavras; mostram-se alguns. Acrescente uma "
        "palavra menos comum."
    ),
    "home": "Início",
    "you_are_here": "Você está aqui",
    "glance": "Em resumo",
    "facts": "O que se afirma",
    "fact": "propriedade",
    "value": "valor",
    "evidence": "evidência",
    "evidence_whole": "Evidência",
    "evidence_note": (
        "Onde está escrito o que aqui se diz, salvo quando uma linha indica seu próprio lugar."
    ),
    "term_in_ontology": "Na documentação da ontologia",
    "term_rules": "Regras que o nomeiam",
    "term_derivations": "Regras de dedução que o nomeiam",
    "term_questions": "Perguntas que o usam",
    "term_example": "Um exemplo aqui",
    "pointing": "Mencionado por",
    "pointing_of": "“{property}” de",
    "not_asserted": "outra fonte diz",
    "data": "Baixar",
    "data_note": "Os enunciados desta página, como dados.",
    "names": "Nomes",
    "cite": "Endereço para citar",
    "elsewhere": "Em outros lugares",
    "participants": "Quem participa",
    "taking_part": "Do que participa",
    "acting_for": "Quem atua por ele",
    "mechanisms": "Mecanismos",
    "figures": "Números",
    "aspects": "Aspectos",
    "passages": "Passagens e o que se apoia nelas",
    "rests": "O que se apoia nela",
    "sections": "Passagens nele",
    "systems": "Sistemas de informação",
    "claims": "Em que níveis? O que se diz e onde",
    "claims_note": "Cada leitura da fonte em separado; onde não concordam, valem ambas.",
    "reading": "leitura",
    "says_yes": "diz que sim",
    "says_no": "diz que não",
    "says_nothing": "não diz nada",
    "discrepancies": "Onde as fontes não concordam",
    "discrepancy_side": "Leitura {n}",
    "ties": "Com quem se coordena",
    "ties_within": "Quem se coordena com quem",
    "ties_note": (
        "Dois atores estão vinculados em um nível por cada mecanismo desse nível do "
        "qual ambos participam."
    ),
    "actors": "atores",
    "counterpart": "contraparte",
    "level": "nível",
    "through": "mediante",
    "mechanisms_shared": "mecanismos",
    "mechanisms_n": "{n} mecanismos",
    "no_level": "sem nível indicado",
    "drawing_ego": "{name} e os {n} atores com quem se coordena. A tabela abaixo diz o mesmo.",
    "drawing_cut": (
        "{name} e os {shown} de {n} atores com quem compartilha mais mecanismos. A "
        "tabela abaixo tem todos."
    ),
    "drawing_star": "{name} e os {n} atores que dele participam.",
    "drawing_star_cut": (
        "{name} e {shown} dos {n} atores que dele participam. A tabela tem todos."
    ),
    "drawing": "Desenho da rede",
    "legend": "Legenda",
    "group_mark": "grupo conhecido apenas pelo tipo",
    "timeline": "Linha do tempo",
    "timeline_alt": "{n} fatos datados, de {first} a {last}. A tabela abaixo tem cada um.",
    "date": "data",
    "what": "o quê",
    "which": "de quê",
    "more_rows": "mais {n}",
    "page_of": "Página {n} de {m}",
    "pages": "Páginas",
    "previous": "Página anterior",
    "next": "Página seguinte",
    "letters": "Pela primeira letra",
    "others": "outros sinais",
    "entries": "{n} entradas",
    "kind_actors": "Atores",
    "kind_practices": "Práticas",
    "kind_agreements": "Acordos",
    "kind_mechanisms": "Mecanismos",
    "kind_sources": "Fontes",
    "kind_places": "Lugares",
    "kind_systems": "Sistemas e instrumentos",
    "kind_discrepancies": "Discrepâncias",
    "kind_concepts": "Conceitos",
    "kind_terms": "Termos da ontologia",
    "kind_queries": "Perguntas",
    "kind_ns": "Ontologia",
    "kind_shapes": "Regras dos dados",
    "kind_others": "Outras coisas",
    "about_actors": (
        "Ministérios, institutos, unidades, Estados e grupos conhecidos apenas pelo tipo."
    ),
    "about_practices": "Programas e boas práticas em que os atores se coordenam.",
    "about_agreements": "Tratados, ajustes e convênios entre instituições.",
    "about_mechanisms": "Formas de coordenação que não se baseiam em um consentimento formal.",
    "about_sources": "Onde tudo isto está escrito.",
    "about_places": "Países e regiões.",
    "about_systems": "O que os mecanismos usam e os textos em que se apoiam.",
    "about_discrepancies": "Leituras das fontes que não concordam; ambas são mantidas.",
    "about_concepts": "Níveis, papéis, tipos: o que ordena as coisas aqui.",
    "about_terms": "As classes e propriedades que os dados usam.",
    "about_queries": (
        "Perguntas que os dados respondem: cada uma com a sua consulta, para copiar e alterar."
    ),
    "about_ns": (
        "Os termos em que tudo isto se diz: um desenho, classes, "
        "propriedades, listas de conceitos."
    ),
    "about_shapes": (
        "Como devem ser os dados, regra por regra, com dados que a cumprem "
        "e dados que a infringem."
    ),
    "about_others": "Coisas de nenhuma classe conhecida aqui.",
    "home_lead": (
        "Quem se coordena com quem na seguridade social, em que nível, por meio de "
        "quê, e onde está escrito."
    ),
    "home_browse": "O que há",
    "home_understand": "Consultar, verificar, entender",
    "home_top": "Atores com mais contrapartes",
    "home_top_note": "Com quantos atores diferentes cada um compartilha um mecanismo.",
    "home_levels": "Níveis de coordenação",
    "home_levels_note": (
        "Um mecanismo cuja fonte não indica nível não tem nenhum: nada se supõe."
    ),
    "home_data": "Os dados",
    "home_data_note": (
        "Tudo nestas páginas são dados ligados: cada página tem um endereço estável e "
        "seus enunciados em três formatos."
    ),
    "counterparts": "contrapartes",
    "not_found": "Esta página não existe",
    "not_found_note": "Não há nada neste endereço. A busca e as listas levam adiante:",
    "footer": "Feito com coordgraph a partir de dados em que cada vínculo leva à sua fonte.",
    "licence": "Licença",
    "yes": "sim",
    "no": "não",
    "opens_elsewhere": "em outro site",
    "release_open": "Downloads, versão, licença",
}
