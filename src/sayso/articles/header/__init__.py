"""What a page says of itself: dates, dateline, outlet, agencies, byline."""
