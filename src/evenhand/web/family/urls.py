"""The addresses of the family's door. None of them says anything about anybody."""

from django.urls import path

from evenhand.web.family import keeping, options, questions

app_name = "family"
urlpatterns = [
    path("what-happened", questions.begin, name="begin"),
    path("questions/<str:key>", questions.question, name="question"),
    path("your-answers", questions.check, name="check"),
    path("ask-a-person", questions.person, name="person"),
    path("start-again", questions.start_again, name="start-again"),
    path("your-options", options.page, name="options"),
    path("your-options.txt", options.text, name="text"),
    path("your-options.ics", options.calendar, name="calendar"),
    path("keep-your-answer", keeping.keep, name="keep"),
    path("open/<str:token>", keeping.reopen, name="open"),
]
