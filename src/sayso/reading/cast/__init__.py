"""Who and where an article speaks of: the parts of `sayso.reading.mentions` and `claimers`."""
