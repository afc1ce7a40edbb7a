"""The HTTP API and the front door: thin routes that parse, make one call and shape the answer."""
