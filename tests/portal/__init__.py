"""Screens and front door, without a browser."""
