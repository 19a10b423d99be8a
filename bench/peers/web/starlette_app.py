"""The guide page in Starlette, with Jinja2."""

import jinja2
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route

from bench.peers.web.shared import OPTIONS, TEMPLATES

pages = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, auto_reload=False)


async def guide(request):
    return HTMLResponse(pages.get_template("guide.html").render(options=OPTIONS))


application = Starlette(routes=[Route("/guide", guide)])
