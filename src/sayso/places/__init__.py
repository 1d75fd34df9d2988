"""Places: one gazetteer of the world, compiled once on this machine (`gazetteer.load_gazetteer`).

Crimea is Ukraine's here (as in GeoNames and ISO 3166-2), Western Sahara stands on its own, Kosovo and
Taiwan are present.  That is a choice of names for a ledger, not a judgement: who *holds* a place is what
the ledger records.
"""
