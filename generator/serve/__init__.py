"""A site that is being written -> a live preview in the browser, with drafts, and the desk of its editors.

A save leads to a build, a build to a word to the browsers, and each browser asks whether its own page is another one
now. So nothing depends on which words arrive: the last state always wins.
"""

from generator.serve.builder import Builder, Built
from generator.serve.editors import EDITORS
from generator.serve.server import PortTaken, Stand, serve

__all__ = ["EDITORS", "Builder", "Built", "PortTaken", "Stand", "serve"]
