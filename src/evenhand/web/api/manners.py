"""Under `/api/` every failure is a problem document, whoever noticed it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from evenhand.web.api.problems import CONTENT_TYPE, answer_for_status

CARRIED_OVER = ("Allow", "Retry-After")


class ProblemsUnderApi:
    """Turns Django's own pages for 400, 404, 405, 500 and the like into problem documents."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if (
            not request.path_info.startswith("/api/")
            or response.status_code < 400
            or response.headers.get("Content-Type") == CONTENT_TYPE
        ):
            return response
        problem = answer_for_status(response.status_code)
        for name in CARRIED_OVER:
            if name in response.headers:
                problem.headers[name] = response.headers[name]
        return problem
