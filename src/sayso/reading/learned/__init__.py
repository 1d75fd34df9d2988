"""The learned part of reading: one encoder pass, small heads, and what they find made into records."""

from __future__ import annotations
