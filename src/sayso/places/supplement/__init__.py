"""What no data set says: better-known crossings, small posts, regions' English names, areas, rivers."""
