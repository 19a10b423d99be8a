"""What the law says, rule by rule; a file for each part of it.

Imported by the advice:   asked, holders, decisions, certificates, mediation, agreements, appeals, resolution,
                          complaints, schools, courts
Read in the rulebook too: attendance, notices, expenses, independence, publicity,
                          unopposed, forms, glance, proposals
"""
