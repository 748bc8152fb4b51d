"""Rendered bytes -> diagnostics: links and anchors that lead nowhere, flaws of the HTML, requests to others, weight."""

from generator.check.budgets import check_budgets
from generator.check.pages import read_facts
from generator.check.site import check_site
from generator.check.xml import xml_flaw

__all__ = ["check_budgets", "check_site", "read_facts", "xml_flaw"]
