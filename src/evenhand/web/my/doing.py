"""The pages of steps and documents, for the family's side of a case alone: staff have theirs in the workspace."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from evenhand.web.accounts.who import reader

from .sight import sight_or_404
from .tasks import may_still

View = Callable[..., HttpResponseBase]


def for_the_family(view: View) -> View:
    """The view for whoever stands on the family's side; for everybody else `Http404`, as for a case that is not there.

    A step that only whoever decides may take is not there either for a parent who no longer does.
    """

    @wraps(view)
    def guarded(request: HttpRequest, reference: str, **named: object) -> HttpResponseBase:
        if not reader(request).is_stranger:
            sight = sight_or_404(request, reference)
            if not may_still(sight, str(named.get("step", ""))):
                raise Http404
        return view(request, reference, **named)

    return guarded
