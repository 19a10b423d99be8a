"""The addresses of arranging, under the address of a case."""

from django.urls import path

from . import arranging, asking, calendar, child, consent

app_name = "meetings"
urlpatterns = [
    path("workspace/cases/<str:reference>/arranging", arranging.page, name="arranging"),
    path("workspace/cases/<str:reference>/arranging/ask", asking.page, name="ask"),
    path("workspace/cases/<str:reference>/arranging/consent", consent.page, name="consent"),
    path("workspace/cases/<str:reference>/arranging/child", child.page, name="child"),
    path("workspace/cases/<str:reference>/meeting.ics", calendar.workspace_file, name="calendar"),
    path("my/cases/<str:reference>/meeting.ics", calendar.family_file, name="family-calendar"),
]
