"""Who somebody is: GビズID, the own ID, sessions, OAuth clients, and what each role may do."""
