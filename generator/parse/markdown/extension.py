"""Our extension of Python-Markdown: which processors there are, in which order they are asked."""

from __future__ import annotations

from markdown.core import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import Pattern
from markdown.util import Registry

from generator.parse.markdown.autolinks import BareMark, PhoneMark, PointedMark
from generator.parse.markdown.blocks import LineParser
from generator.parse.markdown.fences import FenceMaker
from generator.parse.markdown.footnotes import NoteMaker, NoteMark, Notes
from generator.parse.markdown.headings import Anchors, HeadingMaker
from generator.parse.markdown.inline import InlinePass
from generator.parse.markdown.lines import Indentation
from generator.parse.markdown.links import CloseMark, OpenMark
from generator.parse.markdown.lists import ListMaker
from generator.parse.markdown.literals import BreakMark, CodeMark, EmphasisMark, EntityMark, EscapeMark
from generator.parse.markdown.paragraphs import ParagraphMaker
from generator.parse.markdown.quotes import QuoteMaker
from generator.parse.markdown.raw_html import HtmlMark
from generator.parse.markdown.reading import Reading
from generator.parse.markdown.rules import RuleMaker
from generator.parse.markdown.sanitizer import Sanitizer
from generator.parse.markdown.scan import Scan
from generator.parse.markdown.serializer import Serializer
from generator.parse.markdown.shortcodes import ShortcodeMaker, ShortcodeMark
from generator.parse.markdown.tables import TableMaker
from generator.parse.markdown.typography import Typography


class BodyExtension(Extension):
    """The Markdown of bodies; `reading` holds what is known of the body at hand."""

    def __init__(self) -> None:
        super().__init__()
        self.reading = Reading()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Python-Markdown calls
        """Put our processors in the place of the stock ones."""
        md.preprocessors = Registry()
        md.preprocessors.register(Indentation(md), "indentation", 10)
        self._add_blocks(md)
        self._add_marks(md)
        md.postprocessors = Registry()
        md.postprocessors.register(Sanitizer(md), "sanitizer", 10)
        md.stripTopLevelTags = False

    def _add_blocks(self, md: Markdown) -> None:
        reading = self.reading
        parser = LineParser(md, reading)
        headings = HeadingMaker(parser, reading)
        paragraphs = ParagraphMaker(parser, reading, headings, TableMaker(parser, reading))
        makers = parser.blockprocessors
        makers.register(FenceMaker(parser, reading), "fence", 90)
        makers.register(headings, "heading", 80)
        makers.register(RuleMaker(parser, reading), "rule", 70)
        makers.register(ListMaker(parser, reading), "list", 60)
        makers.register(QuoteMaker(parser, reading), "quote", 50)
        makers.register(NoteMaker(parser, reading), "note", 40)
        makers.register(ShortcodeMaker(parser, reading), "shortcode", 30)
        makers.register(paragraphs, "paragraph", 10)
        parser.prepare()
        md.parser = parser

    def _add_marks(self, md: Markdown) -> None:
        reading = self.reading
        scan = Scan(reading)
        md.delimiters = None
        marks: Registry[Pattern] = Registry()
        md.inlinePatterns = marks
        marks.register(CodeMark(md, reading, scan), "code", 190)
        marks.register(EscapeMark(md, reading, scan), "escape", 180)
        marks.register(ShortcodeMark(md, reading, scan), "shortcode", 170)
        marks.register(NoteMark(md, reading, scan), "note", 160)
        marks.register(OpenMark(md, reading, scan), "open", 150)
        marks.register(CloseMark(md, reading, scan), "close", 140)
        marks.register(PointedMark(md, reading, scan), "pointed", 130)
        marks.register(HtmlMark(md, reading, scan), "html", 120)
        marks.register(EntityMark(md, reading, scan), "entity", 110)
        marks.register(BreakMark(md, reading, scan), "break", 100)
        marks.register(EmphasisMark(md, reading, scan), "emphasis", 90)
        marks.register(BareMark(md, reading, scan), "bare", 80)
        marks.register(PhoneMark(md, reading, scan), "phone", 70)
        inline = InlinePass(md, reading, scan)
        inline.prepare()
        md.treeprocessors = Registry()
        md.treeprocessors.register(inline, "inline", 40)
        md.treeprocessors.register(Typography(md, reading), "typography", 30)
        md.treeprocessors.register(Notes(md, reading), "notes", 20)
        md.treeprocessors.register(Anchors(md, reading), "anchors", 10)


class Converter:
    """A Python-Markdown with our extension, for one body at a time."""

    def __init__(self) -> None:
        extension = BodyExtension()
        self.reading = extension.reading
        self.markdown = Markdown(extensions=[extension], output_format="html")
        # After the constructor, which chooses one of its own.
        self.markdown.serializer = Serializer(self.reading)

    def convert(self, text: str, path: str, first_line: int) -> str:
        """Give the HTML of a body; what else was found is in `reading`."""
        self.reading.begin(path, first_line)
        self.markdown.reset()
        return self.markdown.convert(text)
