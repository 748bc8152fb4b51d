"""The words of writers become the names of the model."""

from __future__ import annotations

from generator.model.document import (
    Author,
    Call,
    Common,
    Contact,
    Event,
    Meta,
    Milestone,
    Moment,
    Page,
    PartialDate,
    Place,
    Project,
    Story,
    TeamMember,
    Wijk,
)
from generator.parse import parse_document
from generator.parse.schema.kinds import StoryKeys, WijkKeys
from tests.unit.examples import day


def read(folder: str, front: str) -> tuple[Common, Meta]:
    report = parse_document(f"content/{folder}stuk.md", "digest", f"---\n{front}---\n".encode())
    assert report.diagnostics == ()
    assert report.value.document is not None
    return report.value.document.common, report.value.document.meta


def test_the_keys_of_all_kinds() -> None:
    front = """\
titel: Contact
samenvatting: Bel ons.
foto: balie.jpg
concept: ja
publiceren_op: 2026-11-01
verlopen_op: 2026-12-31
akkoord: {actium: 2026-10-30, assen: 2026-10-31}
oude_adressen: [/oud/, /ouder, /oud]
zoekwoorden: bellen
taal: EN
voorbeeld: true
coach_uit: lange-zin
"""
    common, meta = read("", front)
    assert meta == Page()
    assert common == Common(
        title="Contact",
        summary="Bel ons.",
        photo="balie.jpg",
        draft=True,
        publish_on=day("2026-11-01"),
        expire_on=day("2026-12-31"),
        signatures=(("actium", day("2026-10-30")), ("assen", day("2026-10-31"))),
        former_addresses=("/oud/", "/ouder/"),
        keywords=("bellen",),
        language="en",
        example=True,
        disabled_rules=("lange-zin",),
    )


def test_the_keys_of_a_story() -> None:
    front = """\
titel: Soep
datum: 2026-11-01
samenvatting: Er was soep.
wijken: [peelo, marsdijk, peelo]
themas: [groen, groen]
project: het-plein
auteur: {naam: Ans, rol: Wijkreporter}
afzender: actium
bijgewerkt: 2026-11-02
"""
    assert read("verhalen/", front)[1] == Story(
        date=day("2026-11-01"),
        wijken=("peelo", "marsdijk"),
        themes=("groen",),
        project="het-plein",
        author=Author("Ans", "wijkreporter"),
        sender="actium",
        updated=day("2026-11-02"),
    )


def test_the_keys_of_a_wijk() -> None:
    front = """\
naam: Peelo
cbs_code: WK010606
slogan: Peelo leeft
ook_bekend_als: Peel
kleur: groen
wijkvernieuwing: ja
buurten: [Noord, Zuid]
cijfers: {inwoners: 7165, bron: CBS}
team:
  - {naam: Ans, organisatie: actium, telefoon: 0592-123 456}
  - {rol: coach, organisatie: mba, email: a@b.nl}
spreekuur: Elke dinsdag
"""
    common, meta = read("wijken/", front)
    assert common.title == "Peelo"
    assert meta == Wijk(
        cbs_code="WK010606",
        slogan="Peelo leeft",
        also_known_as=("Peel",),
        color="groen",
        renewal=True,
        buurten=("Noord", "Zuid"),
        figures=(("inwoners", "7165"), ("bron", "CBS")),
        team=(
            TeamMember("actium", name="Ans", phone="0592-123 456"),
            TeamMember("mba", role="coach", email="a@b.nl"),
        ),
        office_hours="Elke dinsdag",
    )


def test_the_keys_of_a_call() -> None:
    front = """\
titel: Superbuur
soort: nomineren
datum: 2026-11-16
samenvatting: Vertel het ons.
wijken: heel-assen
sluit_op: 2026-12-15
reageren: {email: a@b.nl, telefoon: 112, adres: De Schakel, formulier: https://x.nl}
door: het team
vervolg: We bellen.
themas: groen
project: het-plein
status: in gesprek
reden: Het is leuk.
resultaat: soep
loket: groen
"""
    assert read("oproepen/", front)[1] == Call(
        call_kind="nomineren",
        date=day("2026-11-16"),
        wijken=("heel-assen",),
        closes_on=day("2026-12-15"),
        reply=Contact("a@b.nl", "112", "De Schakel", "https://x.nl"),
        answered_by="het team",
        follow_up="We bellen.",
        themes=("groen",),
        project="het-plein",
        status="in-gesprek",
        reason="Het is leuk.",
        result="soep",
        counter="groen",
    )


def test_the_keys_of_a_project() -> None:
    front = """\
titel: Het plein
samenvatting: Een plein.
wijken: [peelo]
status: uitvoering
opgaven: {fysiek: stenen, sociaal: buren}
themas: [groen]
start: 2019
einde: 2027-04
partners: [actium, actium]
mijlpalen:
  - {datum: 2019-04-12, tekst: De start}
"""
    assert read("projecten/", front)[1] == Project(
        wijken=("peelo",),
        status="uitvoering",
        physical_task="stenen",
        social_task="buren",
        themes=("groen",),
        start=PartialDate(2019),
        end=PartialDate(2027, 4),
        partners=("actium",),
        milestones=(Milestone(PartialDate(2019, 4, 12), "De start"),),
    )


ACTIVITY = """\
titel: Feest
begint: 2026-12-05 10:00
eindigt: 2026-12-05 12.00 uur
plaats: {naam: De Schakel, adres: Straat 1}
samenvatting: Kom ook.
wijken: [peelo]
themas: [groen]
project: het-plein
afgelast: ja
"""


def test_the_keys_of_an_activity() -> None:
    assert read("agenda/", f"{ACTIVITY}aanmelden: {{email: a@b.nl}}\n")[1] == Event(
        begins=Moment(day("2026-12-05"), "10:00"),
        ends=Moment(day("2026-12-05"), "12:00"),
        place=Place("De Schakel", "Straat 1"),
        wijken=("peelo",),
        themes=("groen",),
        project="het-plein",
        signup=Contact(email="a@b.nl"),
        cancelled=True,
    )


def test_signing_up_can_be_a_sentence() -> None:
    meta = read("agenda/", f"{ACTIVITY}aanmelden: Loop gewoon binnen.\n")[1]
    assert isinstance(meta, Event)
    assert (meta.signup, meta.signup_note) == (None, "Loop gewoon binnen.")


def test_the_keys_of_a_page() -> None:
    assert read("", "titel: Contact\nmenu: Voet\n")[1] == Page(menu="voet")


def test_the_schema_asks_for_what_the_model_needs() -> None:
    assert StoryKeys.model_fields["afzender"].default == "mba"
    assert not WijkKeys.model_fields["samenvatting"].is_required()
