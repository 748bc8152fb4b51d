"""A key -> an example of what it may hold, as YAML: for tips, for snippets, and for the skeleton of a new piece."""

from __future__ import annotations

from collections.abc import Mapping

SAMPLES: Mapping[str, str] = {
    # Every kind.
    "titel": "Soep en een praatje",
    "samenvatting": "Er was soep, en iedereen at mee.",
    "foto": "feest.jpg",
    "concept": "ja",
    "publiceren_op": "2026-12-01",
    "verlopen_op": "2027-12-31",
    "akkoord": "{gemeente-assen: 2026-11-23}",
    "slug": "soep-en-een-praatje",
    "oude_adressen": "[/verhalen/oude-naam/]",
    "zoekwoorden": "[soep, samen eten]",
    "taal": "nl",
    "voorbeeld": "ja",
    "coach_uit": "[titel-lang]",
    # What several kinds have.
    "datum": "2026-11-23",
    "wijken": "heel-assen",
    "themas": "[groen]",
    "project": "buurtmoestuin",
    "status": "uitvoering",
    # Verhaal.
    "auteur": "{naam: De redactie, rol: redactie}",
    "afzender": "mba",
    "bijgewerkt": "2026-11-23",
    # Wijk, and whatever has a name.
    "naam": "De naam",
    "cbs_code": "WK010606",
    "slogan": "Hier ken je je buren",
    "ook_bekend_als": "[Het dorp]",
    "kleur": "peelo",
    "wijkvernieuwing": "ja",
    "buurten": "[Noord, Zuid]",
    "cijfers": "{inwoners: 7165, bron: CBS 2024}",
    "team": "[{rol: wijkcoördinator, organisatie: mba, email: naam@voorbeeld.nl}]",
    "spreekuur": "Elke dinsdag van 10.00 tot 12.00 uur in het buurthuis.",
    # Oproep.
    "soort": "meedoen",
    "sluit_op": "2026-12-31",
    "doorlopend": "ja",
    "reageren": "{email: naam@voorbeeld.nl}",
    "door": "het team van Mijn Buurt Assen",
    "vervolg": "Voor de kerst laten we weten wat we doen.",
    "reden": "Er was nog geld over.",
    "resultaat": "soep-en-een-praatje",
    "loket": "stila",
    # Project.
    "opgaven": "{fysiek: nieuwe bomen, sociaal: elkaar leren kennen}",
    "start": "2026-04",
    "einde": "2027",
    "partners": "[actium]",
    "mijlpalen": "[{datum: 2026-04, tekst: De eerste boom staat.}]",
    # Activiteit.
    "begint": "2026-12-05 10:00",
    "eindigt": "2026-12-05 12:00",
    "plaats": "{naam: het buurthuis}",
    "aanmelden": "Aanmelden hoeft niet.",
    "afgelast": "ja",
    # Pagina.
    "menu": "voet",
    # The register file of a photo.
    "alt": "Buren eten soep aan lange tafels op het plein.",
    "decoratief": "ja",
    "fotograaf": "de naam van wie de foto maakte",
    "toestemming": "geen-mensen",
    "toestemming_ref": "map 2026, nummer 14",
    "toestemming_op": "2026-11-23",
    "minderjarigen": "ja",
    "toestemming_ouder": "ja",
    "verloopt_op": "2031-11-23",
    "delen_met_partners": "ja",
    "ingetrokken_op": "2026-11-23",
    "focus": "[0.5, 0.3]",
    "bijschrift": "De eerste kop soep.",
    # site.yaml and mededeling.yaml.
    "adres": "https://www.voorbeeld.nl",
    "tot_en_met": "2026-12-31",
}
