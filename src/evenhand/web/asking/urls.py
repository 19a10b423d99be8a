"""The addresses at which a family asks. None of them says anything about anybody."""

from django.urls import path

from . import call_back, online, saving

app_name = "asking"
urlpatterns = [
    path("call-me-back", call_back.begin, name="call-me-back"),
    path("call-me-back/check", call_back.check, name="call-check"),
    path("call-me-back/done", call_back.done, name="call-done"),
    path("call-me-back/<str:key>", call_back.question, name="call-question"),
    path("ask", online.begin, name="ask"),
    path("ask/tasks", online.task_list, name="ask-tasks"),
    path("ask/check", online.check, name="ask-check"),
    path("ask/done", online.done, name="ask-done"),
    path("ask/save", saving.save, name="ask-save"),
    path("ask/come-back", saving.come_back, name="ask-come-back"),
    path("ask/<str:key>", online.question, name="ask-question"),
]
