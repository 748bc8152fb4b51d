"""Items of the site -> the small views that many pages share; each is made and hashed once."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.document import HEEL_ASSEN, Call, Event, Project, Story, Wijk
from generator.model.shared import Counter
from generator.model.site import Item, Site
from generator.model.view import CardView, CounterView, LinkView, OrganisationView, PhotoView, TeamMemberView, WijkBadge

HEEL_ASSEN_NAME = "Heel Assen"
MBA = "mba"


class Catalog:
    """The views of one site, by what they show."""

    def __init__(self, site: Site, photos: Mapping[str, PhotoView]) -> None:
        self.site = site
        self._photos = photos
        self._cards: dict[str, CardView] = {}
        self._badges: dict[str, WijkBadge | None] = {
            HEEL_ASSEN: WijkBadge(slug=HEEL_ASSEN, name=HEEL_ASSEN_NAME, color=HEEL_ASSEN, address=None)
        }
        self._links: dict[str, LinkView] = {}
        self._organisations: dict[str, OrganisationView] = {}

    def of(self, site: Site) -> Catalog:
        """Give the views of another site with the same photos."""
        return Catalog(site, self._photos)

    @property
    def photos_key(self) -> tuple[tuple[str, str], ...]:
        """Give what tells these photos from others."""
        return tuple(sorted((path, photo.key) for path, photo in self._photos.items()))

    def badge(self, slug: str) -> WijkBadge | None:
        """Give the badge of a wijk, or None while the wijk is hidden."""
        if slug not in self._badges:
            item = self.site.by_slug.get(slug)
            meta = item.document.meta if item else None
            self._badges[slug] = (
                WijkBadge(slug=slug, name=item.document.common.title, color=meta.color or slug, address=item.address)
                if item and isinstance(meta, Wijk)
                else None
            )
        return self._badges[slug]

    def badges(self, item: Item) -> tuple[WijkBadge, ...]:
        """Give the badges of the wijken that a piece is about."""
        found = (self.badge(slug) for slug in getattr(item.document.meta, "wijken", ()))
        return tuple(badge for badge in found if badge is not None)

    def link(self, slug: str | None) -> LinkView | None:
        """Give a link to a visible piece, with its title as text."""
        item = self.site.by_slug.get(slug) if slug else None
        if item is None:
            return None
        if item.slug not in self._links:
            self._links[item.slug] = LinkView(item.document.common.title, item.address)
        return self._links[item.slug]

    def themes(self, item: Item) -> tuple[LinkView, ...]:
        """Give links to the themes of a piece; a theme has a page while it has a piece."""
        themes = self.site.shared.themes
        names = getattr(item.document.meta, "themes", ())
        return tuple(
            LinkView(themes[name].name, f"/themas/{name}/")
            for name in names
            if name in themes and name in self.site.by_theme
        )

    def photo(self, path: str | None) -> PhotoView | None:
        """Give a photo that may be shown."""
        return self._photos.get(path) if path else None

    def lead_photo(self, item: Item) -> PhotoView | None:
        """Give the photo that stands above a piece."""
        return self.photo(item.photo)

    def organisation(self, slug: str) -> OrganisationView:
        """Give an organisation; `mba` is always there, under the name of the site."""
        if slug not in self._organisations:
            known = self.site.shared.organisations.get(slug)
            config = self.site.config
            self._organisations[slug] = (
                OrganisationView(
                    name=known.name,
                    description=known.description,
                    website=known.website,
                    phone=known.phone,
                    email=known.email,
                    address=known.address,
                )
                if known
                else OrganisationView(
                    name=config.name if slug == MBA else slug,
                    description=None,
                    website=None,
                    phone=config.contact.phone if slug == MBA else None,
                    email=config.contact.email if slug == MBA else None,
                    address=None,
                )
            )
        return self._organisations[slug]

    def team(self, wijk: Wijk) -> tuple[TeamMemberView, ...]:
        """Give the people of a wijk."""
        return tuple(
            TeamMemberView(
                name=member.name,
                role=member.role,
                organisation=self.organisation(member.organisation).name,
                phone=member.phone,
                email=member.email,
            )
            for member in wijk.team
        )

    def counter(self, counter: Counter) -> CounterView:
        """Give a loket."""
        return CounterView(
            slug=counter.slug,
            name=counter.name,
            description=counter.description,
            wishes=counter.wishes,
            not_for=counter.not_for,
            organisation=self.organisation(counter.organisation).name if counter.organisation else None,
            how=counter.how,
            phone=counter.phone,
            email=counter.email,
            website=counter.website,
            address=counter.address,
        )

    def counters(self) -> tuple[CounterView, ...]:
        """Give all loketten."""
        return tuple(self.counter(counter) for counter in self.site.shared.counters.values())

    def cards(self, items: tuple[Item, ...]) -> tuple[CardView, ...]:
        """Give the cards of pieces."""
        return tuple(self.card(item) for item in items)

    def card(self, item: Item) -> CardView:
        """Give the card of a piece."""
        card = self._cards.get(item.slug)
        if card is None:
            card = self._cards[item.slug] = self._make_card(item)
        return card

    def _make_card(self, item: Item) -> CardView:
        common, meta = item.document.common, item.document.meta
        call = meta if isinstance(meta, Call) else None
        event = meta if isinstance(meta, Event) else None
        return CardView(
            kind=item.kind.label,
            slug=item.slug,
            address=item.address,
            title=common.title,
            summary=common.summary,
            wijken=self.badges(item),
            photo=self.lead_photo(item),
            date=meta.date if isinstance(meta, Story | Call) else None,
            closes_on=call.closes_on if call and not call.ended else None,
            ongoing=call is not None and call.closes_on is None and not call.ended,
            closed=item.closed,
            days_left=item.days_left,
            status=meta.status if isinstance(meta, Call | Project) else None,
            begins=event.begins.day if event else None,
            begins_time=event.begins.time if event else None,
            ends=event.ends.day if event and event.ends else None,
            ends_time=event.ends.time if event and event.ends else None,
            place=event.place.name if event else None,
            past=item.past,
            cancelled=event is not None and event.cancelled,
            example=common.example,
            draft=common.draft,
        )
