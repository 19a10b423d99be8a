"""The product's addresses with the register among them, wherever the product has mounted it."""

from django.urls import include, path

from evenhand.config.urls import handler400, handler403, handler404, handler500
from evenhand.config.urls import urlpatterns as mounted

__all__ = ["handler400", "handler403", "handler404", "handler500"]

urlpatterns = [
    path("workspace/practitioners/", include("evenhand.web.workspace.practitioners.urls")),
    *mounted,
]
