"""Servers of our own, and visitors who need no browser: what is measured is what they wait for."""
