"""The public addresses."""

from django.urls import path

from evenhand.web.public import views

app_name = "public"
urlpatterns = [
    path("", views.start, name="start"),
    path("for-programs", views.for_programs, name="for-programs"),
    path("health", views.health, name="health"),
]
