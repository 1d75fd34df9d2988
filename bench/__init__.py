"""What Sayso costs: ratios first, measured side by side in one run.

``python -m bench`` runs every measure and writes ``bench/results.json``. Nothing here is asserted in
tests: a slow machine is no fault. Each file beside this one with a ``measure()`` is one group of figures.
"""
