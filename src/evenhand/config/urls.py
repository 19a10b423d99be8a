"""Which address leads to which room."""

from django.urls import include, path

from evenhand.web.api.door import api

urlpatterns = [
    path("", include("evenhand.web.public.urls")),
    path("", include("evenhand.web.family.urls")),
    path("", include("evenhand.web.accounts.urls")),
    path("", include("evenhand.web.workspace.urls")),
    path("", include("evenhand.web.my.urls")),
    path("", include("evenhand.web.asking.urls")),
    path("", include("evenhand.web.links.urls")),
    path("", include("evenhand.web.workspace.meetings.urls")),
    path("workspace/practitioners/", include("evenhand.web.workspace.practitioners.urls")),
    path("api/v1/", api.urls),
]

handler400 = "evenhand.web.errors.bad_request"
handler403 = "evenhand.web.errors.refused"
handler404 = "evenhand.web.errors.not_found"
handler429 = "evenhand.web.accounts.lockout.too_many"
handler500 = "evenhand.web.errors.broken"
