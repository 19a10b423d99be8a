"""The public addresses."""

from django.urls import path

from evenhand.web.public import areas, confidences, law_pages, made_known, small_print, views
from evenhand.web.public.explained import views as explained

app_name = "public"
urlpatterns = [
    path("", views.start, name="start"),
    path("areas", areas.areas, name="areas"),
    path("areas/<slug:slug>", areas.area, name="area"),
    path("areas/<slug:slug>/who-helps", areas.who_helps, name="who-helps"),
    path("areas/<slug:slug>/local-offer", made_known.local_offer, name="local-offer"),
    path("areas/<slug:slug>/local-offer/embed", made_known.local_offer_embed, name="local-offer-embed"),
    path("areas/<slug:slug>/heads-notice", made_known.heads_notice, name="heads-notice"),
    path("areas/<slug:slug>/heads-notice/embed", made_known.heads_notice_embed, name="heads-notice-embed"),
    path("who-helps", areas.who_helps, name="who-helps"),
    path("getting-ready", explained.getting_ready, name="getting-ready"),
    path("mediation-explained", explained.mediation, name="mediation-explained"),
    path("resolution-explained", explained.resolution, name="resolution-explained"),
    path("complaints-explained", explained.complaints, name="complaints-explained"),
    path("appeals-explained", explained.appeals, name="appeals-explained"),
    path("about-the-law", law_pages.about, name="about-the-law"),
    path("about-the-law/open-questions", law_pages.open_questions, name="open-questions"),
    path("about-the-law/proposals", law_pages.proposals, name="proposals"),
    path("about-the-law/at-a-glance", law_pages.at_a_glance, name="at-a-glance"),
    path("about-the-law/decisions", law_pages.decisions, name="decisions"),
    path("about-the-law/calendars", law_pages.calendars, name="calendars"),
    path("about-the-law/sources", law_pages.law_sources, name="law-sources"),
    path("about-the-law/<str:name>", law_pages.rule, name="rule"),
    path("who-can-see-what", confidences.who_can_see_what, name="who-can-see-what"),
    path("privacy", small_print.privacy, name="privacy"),
    path("cookies", small_print.cookies, name="cookies"),
    path("accessibility", small_print.accessibility, name="accessibility"),
    path("contact", small_print.contact, name="contact"),
    path("for-programs", views.for_programs, name="for-programs"),
    path("health", views.health, name="health"),
]
