"""Render: results → text for people and programs."""
