"""Both portals in a real browser, through the whole running platform."""
