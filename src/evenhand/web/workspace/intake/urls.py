"""The addresses of the ways in; they stand in the workspace's own names."""

from django.urls import path

from . import calls, disagreement, phone, sheet

urlpatterns = [
    path("workspace/new", phone.page, name="new-case"),
    path("workspace/new-disagreement", disagreement.page, name="new-disagreement"),
    path("workspace/calls", calls.page, name="call-backs"),
    path("workspace/calls/<str:reference>", calls.one, name="call-back"),
    path("workspace/import", sheet.page, name="import"),
    path("workspace/import/check", sheet.check, name="import-check"),
]
