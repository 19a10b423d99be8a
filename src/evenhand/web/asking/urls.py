"""The addresses at which a family asks. None of them says anything about anybody."""

from django.urls import path

from . import call_back

app_name = "asking"
urlpatterns = [
    path("call-me-back", call_back.begin, name="call-me-back"),
    path("call-me-back/check", call_back.check, name="call-check"),
    path("call-me-back/done", call_back.done, name="call-done"),
    path("call-me-back/<str:key>", call_back.question, name="call-question"),
]
