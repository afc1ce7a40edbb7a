"""The catalogue of support: what jGrants, ミラサポplus 制度ナビ and J-Net21 publish, in one form."""
