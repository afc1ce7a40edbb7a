"""The screens of the portals: widget-free flows, and thin views over them; HTTP to the API only."""
