"""The addresses of links that work once. A token has no stroke in it, so that none is ever taken for another page."""

from django.urls import path

from . import views

app_name = "links"
urlpatterns = [
    path("l/thank-you/<slug:what>", views.done, name="done"),
    path("l/<str:token>", views.page, name="link"),
]
