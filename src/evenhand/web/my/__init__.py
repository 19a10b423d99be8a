"""A family's own pages: their cases, what comes next, their days, and what lies in them that is theirs to read."""
