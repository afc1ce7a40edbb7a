"""The command line: `mirasapo …`, thin commands that parse, make one call and shape the answer."""
