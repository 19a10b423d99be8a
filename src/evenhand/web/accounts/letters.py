"""The e-mail of an invitation. It says what happened and what to do, and nothing of any case."""

from django.core.mail import send_mail
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse

from evenhand.people.actions import Invited
from evenhand.people.roles import Role
from evenhand.web.accounts.words import ROLES


def send_invitation(request: HttpRequest, invited: Invited) -> None:
    """Send the link to the address that was invited."""
    invitation = invited.invitation
    said = {
        "organisation": invitation.organisation.name,
        "role": ROLES[Role(invitation.role)],
        "link": request.build_absolute_uri(reverse("invitation", args=[invited.token])),
    }
    body = render_to_string("accounts/email/invitation.txt", said)
    subject = f"You are invited to {invitation.organisation.name} on Evenhand"
    send_mail(subject, body, None, [invitation.email])
