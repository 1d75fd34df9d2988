"""Sayso: who says so?"""
