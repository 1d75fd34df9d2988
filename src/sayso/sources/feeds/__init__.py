"""Lists of articles that a site keeps: RSS, Atom, JSON Feed and sitemaps."""
