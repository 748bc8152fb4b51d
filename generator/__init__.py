"""Markdown content and a theme -> one consistently branded public site."""

__version__ = "0.1.0"
