"""Settings and shared data -> what surrounds every page."""

from __future__ import annotations

from generator.model.config import MenuItem
from generator.model.document import Page
from generator.model.shared import Notice
from generator.model.site import Site
from generator.model.view import AssetsView, LinkView, NoticeView, ShellView

_DEFAULT_MENU = (
    MenuItem("Wijken", "/wijken/"),
    MenuItem("Doe mee", "/oproepen/"),
    MenuItem("Verhalen", "/verhalen/"),
    MenuItem("Projecten", "/projecten/"),
    MenuItem("Agenda", "/agenda/"),
)


def make_shell(site: Site, assets: AssetsView) -> ShellView:
    """Make the one view that all pages share."""
    config = site.config
    organisations = site.shared.organisations
    notice = site.shared.notice
    shown = notice if notice and notice.until >= site.today else None
    return ShellView(
        name=config.name,
        description=config.description,
        slogan=config.slogan,
        site_address=config.address,
        base_path=config.base_path,
        demonstration=config.demonstration,
        phone=config.contact.phone,
        email=config.contact.email,
        main_menu=_menu(site, config.main_menu or _DEFAULT_MENU, "hoofd"),
        footer_menu=_menu(site, config.footer_menu, "voet"),
        partners=tuple(
            organisations[partner.organisation].name
            for partner in config.partners
            if partner.organisation in organisations
        ),
        notice=NoticeView(
            text=shown.text,
            link=_notice_link(site, shown),
        )
        if shown
        else None,
        assets=assets,
    )


def _notice_link(site: Site, notice: Notice) -> LinkView | None:
    if not notice.link_text or not notice.link_target or notice.link_target in site.withheld:
        return None
    return LinkView(notice.link_text, notice.link_target)


def _menu(site: Site, items: tuple[MenuItem, ...], place: str) -> tuple[LinkView, ...]:
    """Give the lines of site.yaml, then the pages that ask for this menu, by title."""
    lines = [LinkView(item.text, item.target) for item in items if item.target not in site.withheld]
    taken = {item.target for item in items}
    pages = [
        LinkView(page.document.common.title, page.address)
        for page in site.pages
        if isinstance(page.document.meta, Page) and page.document.meta.menu == place and page.address not in taken
    ]
    return (*lines, *sorted(pages, key=lambda line: line.text.casefold()))
