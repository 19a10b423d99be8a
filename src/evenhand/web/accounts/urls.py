"""Every address of accounts that we offer, under the names that allauth knows its own by.

What allauth has beside these (sign-in by code, several addresses, trusted browsers) is not offered: 404.
"""

from allauth.account import views as account_views
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import path, re_path

from evenhand.web.accounts import account, invitations, members, signed_in
from evenhand.web.accounts.scripts import with_our_script

urlpatterns = [
    path("signed-in", signed_in.land, name="signed-in"),
    path("account", account.page, name="account"),
    path("account/name", account.name, name="account-name"),
    path("account/sign-ins/<int:row>/end", account.end_sign_in, name="end-sign-in"),
    path("account/sign-out-everywhere", account.sign_out_everywhere, name="sign-out-everywhere"),
    path("invitations/<str:token>", invitations.invitation, name="invitation"),
    path("organisation/members", members.page, name="members"),
    path("organisation/<slug:slug>/invite", members.invite, name="invite"),
    path("organisation/invitations/<int:pk>/withdraw", members.withdraw, name="withdraw-invitation"),
    path("organisation/members/<int:pk>/end", members.end, name="end-membership"),
    path("organisation/members/<int:pk>/role", members.role, name="change-role"),
    path("accounts/login/", with_our_script(account_views.login), name="account_login"),
    path("accounts/logout/", account_views.logout, name="account_logout"),
    path("accounts/inactive/", account_views.account_inactive, name="account_inactive"),
    path("accounts/signup/", account_views.signup, name="account_signup"),
    path("accounts/reauthenticate/", account_views.reauthenticate, name="account_reauthenticate"),
    path(
        "accounts/confirm-email/",
        account_views.email_verification_sent,
        name="account_email_verification_sent",
    ),
    path("accounts/confirm-email/<str:key>/", account_views.confirm_email, name="account_confirm_email"),
    path("accounts/password/change/", account_views.password_change, name="account_change_password"),
    path("accounts/password/set/", account_views.password_set, name="account_set_password"),
    path("accounts/password/reset/", account_views.password_reset, name="account_reset_password"),
    path(
        "accounts/password/reset/sent/", account_views.password_reset_done, name="account_reset_password_done"
    ),
    # The key has dashes of its own: the account is what stands before the first.
    re_path(
        r"^accounts/password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        account_views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "accounts/password/reset/done/",
        account_views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("accounts/factors/", mfa.index, name="mfa_index"),
    path("accounts/factors/show/", with_our_script(mfa.authenticate), name="mfa_authenticate"),
    path("accounts/factors/again/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("accounts/factors/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("accounts/factors/app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("accounts/factors/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("accounts/factors/codes/new/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("accounts/factors/passkeys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("accounts/factors/passkeys/add/", with_our_script(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path(
        "accounts/factors/passkeys/again/",
        with_our_script(passkeys.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("accounts/factors/passkeys/<int:pk>/remove/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("accounts/factors/passkeys/<int:pk>/name/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("accounts/login/passkey/", passkeys.login_webauthn, name="mfa_login_webauthn"),
]
