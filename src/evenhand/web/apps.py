"""The web rooms as one Django application."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "evenhand.web"
    label = "web"
    verbose_name = "Evenhand's pages"

    def ready(self) -> None:
        """Hear of every sign-in from the first one on."""
        from evenhand.web.accounts import factors, sign_ins  # noqa: F401
