"""The register of a provider's advisers, mediators and facilitators, and whether one may take a case on.

The rows are in `models`, what is done to them in `actions`, who may see them in `access`. `fitness` says
whether a person may do a piece of work on a day and why not; `choosing` puts them in order for a case.
"""
