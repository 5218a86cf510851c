"""Attribute: passage → quote."""
