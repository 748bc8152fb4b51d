"""Rendered bytes -> diagnostics: links and anchors that lead nowhere, HTML that does not hold, requests to others."""

from generator.check.pages import read_facts
from generator.check.site import check_site
from generator.check.xml import xml_flaw

__all__ = ["check_site", "read_facts", "xml_flaw"]
