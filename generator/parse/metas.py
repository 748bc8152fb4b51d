"""Validated front matter -> the frozen dataclasses of the model, with English names."""

from __future__ import annotations

from generator.model.document import (
    Author,
    Call,
    Common,
    Contact,
    Event,
    Meta,
    Milestone,
    Page,
    Place,
    Project,
    Story,
    TeamMember,
    Wijk,
)
from generator.parse.schema import kinds


def to_common(keys: kinds.CommonKeys) -> Common:
    """Turn the keys that every kind has into the model's."""
    return Common(
        title=keys.naam if isinstance(keys, kinds.WijkKeys) else str(getattr(keys, "titel", "")),
        summary=keys.samenvatting,
        photo=keys.foto,
        draft=keys.concept,
        publish_on=keys.publiceren_op,
        expire_on=keys.verlopen_op,
        signatures=tuple(keys.akkoord.items()),
        former_addresses=tuple(dict.fromkeys(keys.oude_adressen)),
        keywords=tuple(keys.zoekwoorden),
        language=keys.taal,
        example=keys.voorbeeld,
        disabled_rules=tuple(keys.coach_uit),
    )


def to_meta(keys: kinds.CommonKeys) -> Meta:
    """Turn the keys of one kind into the model's."""
    match keys:
        case kinds.StoryKeys():
            return _story(keys)
        case kinds.WijkKeys():
            return _wijk(keys)
        case kinds.CallKeys():
            return _call(keys)
        case kinds.ProjectKeys():
            return _project(keys)
        case kinds.EventKeys():
            return _event(keys)
        case kinds.PageKeys():
            return Page(menu=keys.menu)
        case _:
            raise TypeError(f"no kind has the keys of {type(keys).__name__}")


def _once(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _story(keys: kinds.StoryKeys) -> Story:
    return Story(
        date=keys.datum,
        wijken=_once(keys.wijken),
        themes=_once(keys.themas),
        project=keys.project,
        author=Author(keys.auteur.naam, keys.auteur.rol) if keys.auteur else None,
        sender=keys.afzender,
        updated=keys.bijgewerkt,
    )


def _wijk(keys: kinds.WijkKeys) -> Wijk:
    return Wijk(
        cbs_code=keys.cbs_code,
        slogan=keys.slogan,
        also_known_as=tuple(keys.ook_bekend_als),
        color=keys.kleur,
        renewal=keys.wijkvernieuwing,
        buurten=tuple(keys.buurten),
        figures=tuple(keys.cijfers.items()),
        team=tuple(
            TeamMember(
                organisation=member.organisatie,
                name=member.naam,
                role=member.rol,
                phone=member.telefoon,
                email=member.email,
            )
            for member in keys.team
        ),
        office_hours=keys.spreekuur,
    )


def _contact(keys: kinds.ContactKeys) -> Contact:
    return Contact(email=keys.email, phone=keys.telefoon, address=keys.adres, form=keys.formulier)


def _call(keys: kinds.CallKeys) -> Call:
    return Call(
        call_kind=keys.soort,
        date=keys.datum,
        wijken=_once(keys.wijken),
        closes_on=keys.sluit_op,
        reply=_contact(keys.reageren),
        answered_by=keys.door,
        follow_up=keys.vervolg,
        themes=_once(keys.themas),
        project=keys.project,
        status=keys.status,
        reason=keys.reden,
        result=keys.resultaat,
        counter=keys.loket,
    )


def _project(keys: kinds.ProjectKeys) -> Project:
    return Project(
        wijken=_once(keys.wijken),
        status=keys.status,
        physical_task=keys.opgaven.fysiek,
        social_task=keys.opgaven.sociaal,
        themes=_once(keys.themas),
        start=keys.start,
        end=keys.einde,
        partners=_once(keys.partners),
        milestones=tuple(Milestone(point.datum, point.tekst) for point in keys.mijlpalen),
    )


def _event(keys: kinds.EventKeys) -> Event:
    signup = keys.aanmelden
    return Event(
        begins=keys.begint,
        ends=keys.eindigt,
        place=Place(keys.plaats.naam, keys.plaats.adres),
        wijken=_once(keys.wijken),
        themes=_once(keys.themas),
        project=keys.project,
        signup=_contact(signup) if isinstance(signup, kinds.ContactKeys) else None,
        signup_note=signup if isinstance(signup, str) else None,
        cancelled=keys.afgelast,
        updated=keys.bijgewerkt,
    )
