"""The addresses of the register, under `/workspace/practitioners/`."""

from django.urls import path

from . import declarations, entry, register, rows

app_name = "practitioners"
urlpatterns = [
    path("", register.register, name="register"),
    path("practitioners.csv", register.export, name="export"),
    path("add/", register.add, name="add"),
    path("rules/<int:provider>/", register.rules, name="rules"),
    path("own/", entry.own, name="own"),
    path("<int:pk>/", entry.one, name="one"),
    path("<int:pk>/leave/", entry.leave, name="leave"),
    path("<int:pk>/conflicts/<int:declaration>/", declarations.answer, name="answer"),
    path("<int:pk>/conflicts/<int:declaration>/clear/", declarations.clear, name="clear"),
    path("<int:pk>/<slug:slug>/add/", rows.add, name="add-row"),
    path("<int:pk>/<slug:slug>/<int:row>/", rows.change, name="change-row"),
    path("<int:pk>/<slug:slug>/<int:row>/end/", rows.end, name="end-row"),
    path("<int:pk>/<slug:slug>/<int:row>/withdraw/", rows.withdraw, name="withdraw-row"),
]
