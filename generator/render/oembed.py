"""A page that can be embedded -> its oEmbed 1.0 answer, in the form that WordPress lets through.

WordPress keeps of the answer of a provider that it does not know: one blockquote at the very start with its link,
and one iframe. It adds a secret to the address of the frame, and listens to what the frame says with that secret.
"""

from __future__ import annotations

from markupsafe import Markup

from generator.model.feed import EmbedView
from generator.render.json_feed import write_json

WIDTH, HEIGHT = 600, 400
"""The least room; the frame says itself how high it is."""
_HTML = Markup(
    '<blockquote class="wp-embedded-content"><a href="{address}">{title}</a></blockquote>'
    '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" src="{frame}"'
    ' width="{width}" height="{height}" title="{label}" frameborder="0" marginwidth="0" marginheight="0"'
    ' scrolling="no"></iframe>'
)


def encode_embed(view: EmbedView) -> bytes:
    """Write the answer."""
    image = view.image
    html = _HTML.format(
        address=view.address,
        title=view.title,
        frame=view.frame,
        width=WIDTH,
        height=HEIGHT,
        label=f"{view.title} - {view.site_name}",
    )
    return write_json(
        {
            "version": "1.0",
            "type": "rich",
            "title": view.title,
            "author_name": view.author,
            "author_url": view.address,
            "provider_name": view.site_name,
            "provider_url": view.site_address,
            "html": str(html),
            "width": WIDTH,
            "height": HEIGHT,
            "thumbnail_url": image.address if image else None,
            "thumbnail_width": image.width if image else None,
            "thumbnail_height": image.height if image else None,
        }
    )
