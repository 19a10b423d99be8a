"""The web rooms as one Django application."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "evenhand.web"
    label = "web"
    verbose_name = "Evenhand's pages"
