"""Who may see what: the rule, requests, settings, and the actor of a transaction."""
