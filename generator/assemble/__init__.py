"""Documents -> Site: addresses, wijken, relations and references resolved, at one date."""

from generator.assemble.site import Material, assemble

__all__ = ["Material", "assemble"]
