"""Where articles have their words from: copies and rewordings of one text, and speeches that several
quote.
"""
