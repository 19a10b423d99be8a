"""Post, as Django knows it."""

from django.apps import AppConfig


class PostConfig(AppConfig):
    name = "evenhand.post"
    label = "post"
    default_auto_field = "django.db.models.BigAutoField"
