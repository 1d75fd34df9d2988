"""The pages, one file a page or two: each has `register(app, bench)`."""
