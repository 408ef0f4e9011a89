"""What the figures of agreements say, in three languages."""

from collections.abc import Mapping

__all__ = ["WORDS"]

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "map": "Which states have social-security agreements with each other",
        "map_described": (
            "{0} states, {1} pairs of them tied by agreements in force. Most partners: {2}."
        ),
        "bilateral_tie": "bilateral agreement in force",
        "multilateral_tie": "multilateral agreement only",
        "american": "state of the Americas, or Québec",
        "elsewhere_state": "state elsewhere",
        "no_partner": "no agreement known to be in force",
        "map_drawn": (
            "Drawn: {0} pairs with an agreement in force, as its sources state. "
            "Beside a name, and by the size of its circle: with how many others. "
            "Thicker curve: several agreements."
        ),
        "map_left_out": (
            "Not drawn: {0} pairs whose agreements have ended, are only signed, or "
            "are not known to be in force between the two."
        ),
        "map_unplaced": (
            "Not on the map, their place being unknown or beyond its edge: {0} ({1})."
        ),
        "map_coasts": (
            "Curves are no routes. Coasts: Natural Earth, public domain; borders are not drawn."
        ),
        "caribbean_inset": "Caribbean and Central America",
        "caribbean": "Caribbean",
        "europe_inset": "Europe and its neighbours",
        "europe": "Europe",
        "timeline": "When did agreements on social security enter into force?",
        "timeline_described": (
            "{0} agreements with a known date of entry into force, from {1} to {2}, "
            "and {3} without."
        ),
        "bilateral": "bilateral",
        "multilateral": "multilateral",
        "subnational": "with Québec",
        "other_type": "of another type",
        "hollow": "hollow: not known to be in force today",
        "per_decade": "{0}s: {1}",
        "undated": "No date known: {0}",
        "timeline_note": (
            "Each mark is an agreement, in the year of its entry into force; where "
            "sources disagree, the preferred date."
        ),
        "matrix": "Which states of the Americas have agreements with whom?",
        "matrix_described": (
            "{0} states by {1}; {2} pairs with an agreement in force, {3} with others only."
        ),
        "matrix_bilateral": "bilateral, in force",
        "matrix_multilateral": "multilateral, in force",
        "matrix_other": "ended, only signed, or not known to be in force",
        "matrix_number": "that many of the kind",
        "matrix_note": (
            "Regions as in the United Nations' M49; in each, states of most partners "
            "first. {0} pairs outside the Americas are left out."
        ),
        "northern-america": "Northern America",
        "central-america": "Central America",
        "south-america": "South America",
        "africa": "Africa",
        "asia": "Asia",
        "oceania": "Oceania",
        "elsewhere": "elsewhere",
    },
    "es": {
        "map": "Qué Estados tienen acuerdos de seguridad social entre sí",
        "map_described": (
            "{0} Estados, {1} pares de ellos vinculados por acuerdos en vigor. Con "
            "más socios: {2}."
        ),
        "bilateral_tie": "acuerdo bilateral en vigor",
        "multilateral_tie": "solo acuerdo multilateral",
        "american": "Estado de las Américas, o Quebec",
        "elsewhere_state": "Estado de otra región",
        "no_partner": "ningún acuerdo que conste en vigor",
        "map_drawn": (
            "Se dibujan {0} pares con un acuerdo en vigor según sus fuentes. Junto al "
            "nombre, y por el tamaño del círculo: con cuántos otros. Curva más "
            "gruesa: varios acuerdos."
        ),
        "map_left_out": (
            "No se dibujan {0} pares cuyos acuerdos terminaron, solo están firmados o "
            "no consta que rijan entre los dos."
        ),
        "map_unplaced": (
            "No están en el mapa, por ser su lugar desconocido o quedar fuera: {0} ({1})."
        ),
        "map_coasts": (
            "Las curvas no son rutas. Costas: Natural Earth, dominio público; no se "
            "dibujan fronteras."
        ),
        "caribbean_inset": "Caribe y América Central",
        "caribbean": "Caribe",
        "europe_inset": "Europa y sus vecinos",
        "europe": "Europa",
        "timeline": "¿Cuándo entraron en vigor los acuerdos de seguridad social?",
        "timeline_described": (
            "{0} acuerdos con fecha conocida de entrada en vigor, de {1} a {2}, y {3} sin ella."
        ),
        "bilateral": "bilateral",
        "multilateral": "multilateral",
        "subnational": "con Quebec",
        "other_type": "de otro tipo",
        "hollow": "hueco: no consta que esté hoy en vigor",
        "per_decade": "Años {0}: {1}",
        "undated": "Sin fecha conocida: {0}",
        "timeline_note": (
            "Cada marca es un acuerdo, en el año de su entrada en vigor; si las "
            "fuentes discrepan, la fecha preferida."
        ),
        "matrix": "¿Qué Estados de las Américas tienen acuerdos, y con quién?",
        "matrix_described": (
            "{0} Estados por {1}; {2} pares con un acuerdo en vigor, {3} solo con otros."
        ),
        "matrix_bilateral": "bilateral, en vigor",
        "matrix_multilateral": "multilateral, en vigor",
        "matrix_other": "terminado, solo firmado o sin constancia de vigor",
        "matrix_number": "tantos de la clase",
        "matrix_note": (
            "Regiones según la M49 de las Naciones Unidas; en cada una, primero los "
            "Estados con más socios. Se omiten {0} pares fuera de las Américas."
        ),
        "northern-america": "América del Norte",
        "central-america": "América Central",
        "south-america": "América del Sur",
        "africa": "África",
        "asia": "Asia",
        "oceania": "Oceanía",
        "elsewhere": "otra región",
    },
    "pt": {
        "map": "Que Estados têm acordos de previdência social entre si",
        "map_described": (
            "{0} Estados, {1} pares deles ligados por acordos em vigor. Com mais "
            "parceiros: {2}."
        ),
        "bilateral_tie": "acordo bilateral em vigor",
        "multilateral_tie": "só acordo multilateral",
        "american": "Estado das Américas, ou Quebec",
        "elsewhere_state": "Estado de outra região",
        "no_partner": "nenhum acordo que conste em vigor",
        "map_drawn": (
            "Desenham-se {0} pares com um acordo em vigor segundo as fontes. Junto ao "
            "nome, e pelo tamanho do círculo: com quantos outros. Curva mais grossa: "
            "vários acordos."
        ),
        "map_left_out": (
            "Não se desenham {0} pares cujos acordos terminaram, só estão assinados "
            "ou não consta que vigorem entre os dois."
        ),
        "map_unplaced": (
            "Não estão no mapa, por ser o seu lugar desconhecido ou ficar fora: {0} ({1})."
        ),
        "map_coasts": (
            "As curvas não são rotas. Costas: Natural Earth, domínio público; não se "
            "desenham fronteiras."
        ),
        "caribbean_inset": "Caribe e América Central",
        "caribbean": "Caribe",
        "europe_inset": "Europa e seus vizinhos",
        "europe": "Europa",
        "timeline": "Quando entraram em vigor os acordos de previdência social?",
        "timeline_described": (
            "{0} acordos com data conhecida de entrada em vigor, de {1} a {2}, e {3} sem ela."
        ),
        "bilateral": "bilateral",
        "multilateral": "multilateral",
        "subnational": "com Quebec",
        "other_type": "de outro tipo",
        "hollow": "vazado: não consta que esteja hoje em vigor",
        "per_decade": "Anos {0}: {1}",
        "undated": "Sem data conhecida: {0}",
        "timeline_note": (
            "Cada marca é um acordo, no ano de sua entrada em vigor; se as fontes "
            "discordam, a data preferida."
        ),
        "matrix": "Que Estados das Américas têm acordos, e com quem?",
        "matrix_described": (
            "{0} Estados por {1}; {2} pares com um acordo em vigor, {3} só com outros."
        ),
        "matrix_bilateral": "bilateral, em vigor",
        "matrix_multilateral": "multilateral, em vigor",
        "matrix_other": "terminado, só assinado ou sem constância de vigor",
        "matrix_number": "tantos do tipo",
        "matrix_note": (
            "Regiões segundo a M49 das Nações Unidas; em cada uma, primeiro os "
            "Estados com mais parceiros. Omitem-se {0} pares fora das Américas."
        ),
        "northern-america": "América do Norte",
        "central-america": "América Central",
        "south-america": "América do Sul",
        "africa": "África",
        "asia": "Ásia",
        "oceania": "Oceania",
        "elsewhere": "outra região",
    },
}
