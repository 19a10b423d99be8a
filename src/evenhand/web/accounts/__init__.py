"""Signing in, one's own account, invitations, and the members of an organisation."""
