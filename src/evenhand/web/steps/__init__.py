"""The screens of every step of a case: one mechanism, one form a step, for the workspace and the family's pages.

`step_view(WORKSPACE)` is mounted at `…/do/<step>` and `document_view()` at `…/documents/<number>`; `view` says what
a step's page answers, `pages` holds every page.
"""
