"""The Pelican half of the benchmark: the same stories and lists as the site of our own generator."""

import json
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli"]
MONTHS += ["augustus", "september", "oktober", "november", "december"]


def datum(day: date) -> str:
    """Write a day in Dutch, whatever the language of the machine."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _names(name: str) -> dict[str, str]:
    found: dict[str, str] = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    return found


SITENAME = "Mijn Buurt Assen"
SITEURL = "https://voorbeeld.example.nl"
SLOGAN = "Samen maken we de buurt"
OMSCHRIJVING = "Nieuws, plannen en activiteiten uit alle wijken van Assen, van en voor bewoners."
PARTNERS = ["gemeente Assen", "Actium", "Vaart Welzijn"]
WIJKEN = _names("wijken")
THEMAS = _names("themas")
ORGANISATIES = _names("organisaties")

TIMEZONE = "Europe/Amsterdam"
DEFAULT_LANG = "nl"
PATH = "content"
ARTICLE_PATHS = ["verhalen"]
PAGE_PATHS = ["paginas"]
STATIC_PATHS: list[str] = []
THEME = "theme"
JINJA_FILTERS = {"datum": datum}
MARKDOWN = {"extensions": ["markdown.extensions.extra", "markdown.extensions.meta"], "output_format": "html5"}

ARTICLE_URL = "verhalen/{slug}/"
ARTICLE_SAVE_AS = "verhalen/{slug}/index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
CATEGORY_URL = "wijken/{slug}/"
CATEGORY_SAVE_AS = "wijken/{slug}/index.html"
TAG_URL = "themas/{slug}/"
TAG_SAVE_AS = "themas/{slug}/index.html"
YEAR_ARCHIVE_URL = "verhalen/jaar/{date:%Y}/"
YEAR_ARCHIVE_SAVE_AS = "verhalen/jaar/{date:%Y}/index.html"
AUTHOR_SAVE_AS = ""
AUTHORS_SAVE_AS = ""

DIRECT_TEMPLATES = ["home", "index", "archives", "categories", "tags", "sitemap"]
HOME_SAVE_AS = "index.html"
INDEX_SAVE_AS = "verhalen/index.html"
INDEX_URL = "verhalen/"
ARCHIVES_SAVE_AS = "zoeken/index.html"
ARCHIVES_URL = "zoeken/"
CATEGORIES_SAVE_AS = "wijken/index.html"
TAGS_SAVE_AS = "themas/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
DEFAULT_PAGINATION = 60
PAGINATED_TEMPLATES = {"index": 24, "archives": 120, "category": 60, "tag": 60, "period_archives": 60}
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/pagina/{number}/", "{base_name}/pagina/{number}/index.html"),
)

FEED_DOMAIN = SITEURL
FEED_MAX_ITEMS = 30
FEED_ALL_ATOM = "feeds/alles.xml"
CATEGORY_FEED_ATOM = "feeds/wijken/{slug}.xml"
TAG_FEED_ATOM = "feeds/themas/{slug}.xml"
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
