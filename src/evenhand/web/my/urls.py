"""The addresses of a family's own pages."""

from django.urls import path

from evenhand.casework.heart.steps import Step
from evenhand.web.steps.asked import MY
from evenhand.web.steps.documents import document_view
from evenhand.web.steps.view import step_view

from . import case_page, claiming, listing
from .doing import for_the_family
from .writing import writing_view

app_name = "my"
urlpatterns = [
    path("my", listing.page, name="cases"),
    path("my/claim", claiming.page, name="claim"),
    path("my/cases/<str:reference>/", case_page.page, name="case"),
    path("my/cases/<str:reference>", case_page.page, name="case-as-in-letters"),
    path("my/cases/<str:reference>/notes", writing_view(Step.ADD_NOTE), name="notes"),
    path("my/cases/<str:reference>/mediator", writing_view(Step.WRITE_TO_MEDIATOR), name="mediator"),
    path("my/cases/<str:reference>/do/<str:step>", for_the_family(step_view(MY)), name="do"),
    path("my/cases/<str:reference>/documents/<int:number>", for_the_family(document_view()), name="document"),
]
