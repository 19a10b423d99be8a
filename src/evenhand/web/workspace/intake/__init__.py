"""How cases come in on the service's side: by telephone, from call-backs, from bodies, from a spreadsheet."""
