"""Composition root, jobs, the story and the seeded sample."""
