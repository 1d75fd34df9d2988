"""Weighing: many statements to claims, questions with their answers, and lineages."""

from __future__ import annotations

from sayso.weighing.weigh import weigh

__all__ = ["weigh"]
