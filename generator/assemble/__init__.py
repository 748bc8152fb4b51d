"""Documents -> Site: addresses, wijken, relations and references resolved, at one date."""

from generator.assemble.site import Material, assemble, resolve_again

__all__ = ["Material", "assemble", "resolve_again"]
