"""Site + theme -> Plan: every file that the site will have, how to make it, and the key of all that it depends on."""

from generator.plan.addresses import is_dead
from generator.plan.artifacts import Codes, make_plan
from generator.plan.compare import changed_parts, compare, orphans, vanished

__all__ = ["Codes", "changed_parts", "compare", "is_dead", "make_plan", "orphans", "vanished"]
