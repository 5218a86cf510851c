"""Classify: aligned pair → link."""
