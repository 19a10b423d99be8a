"""Casework, as Django knows it."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "evenhand.casework"
    label = "casework"
    default_auto_field = "django.db.models.BigAutoField"
