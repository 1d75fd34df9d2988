"""Charts of a ledger: the board, a place over time, the map of claimed control.

Altair is imported in this room only, and only once a chart is asked for.
"""
