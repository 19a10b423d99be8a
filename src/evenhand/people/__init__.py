"""Who is who: accounts, organisations, memberships, and the policy table of who may read and do what."""
