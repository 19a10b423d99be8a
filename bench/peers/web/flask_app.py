"""The guide page in Flask."""

from flask import Flask, render_template

from bench.peers.web.shared import OPTIONS, TEMPLATES

application = Flask(__name__, template_folder=TEMPLATES)


@application.get("/guide")
def guide():
    return render_template("guide.html", options=OPTIONS)
