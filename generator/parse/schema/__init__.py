"""What front matter, settings and shared data may hold: declared once, in the words that writers use.

Validation with every problem at its line comes from here, and so do the JSON Schemas for editors and the tables of the
guide. No pydantic object leaves `parse`.
"""
