"""The addresses of the workspace. The other rooms of it bring their own."""

from django.urls import include, path

from evenhand.web.steps.asked import WORKSPACE
from evenhand.web.steps.urls import of as steps_of

from . import board, case_page, history, loads, notes, today

app_name = "workspace"
urlpatterns = [
    path("workspace", board.home, name="home"),
    path("workspace/board/<str:whose>", board.page, name="board"),
    path("workspace/today", today.page, name="today"),
    path("workspace/loads", loads.page, name="loads"),
    path("workspace/cases/<str:reference>/", case_page.page, name="case"),
    path("workspace/cases/<str:reference>/history", history.page, name="history"),
    path("workspace/cases/<str:reference>/notes/new", notes.new, name="new-note"),
    path("workspace/cases/<slug:reference>/", include(steps_of(WORKSPACE))),
    path("", include("evenhand.web.workspace.intake.urls")),
]
