"""What the directory cites, the law package knows."""

from evenhand import directory
from evenhand.directory.known_to import local_offer_text, notice_for_heads
from evenhand.directory.model import Paragraph
from evenhand.web.public import laws
from tests.directory.test_details import walk

# The Code's paragraphs are one document at one address; the law package names those it rests on.
BEYOND = {"send-code-2015/11.67 to 11.111", "cfa-2014-notes/274"}


def test_every_provision_that_the_directory_cites_is_known() -> None:
    paragraphs = [thing for area in directory.areas() for thing in walk(area) if isinstance(thing, Paragraph)]
    kent = directory.area("kent")
    assert kent is not None
    paragraphs += [*local_offer_text(kent), *notice_for_heads(kent)]
    cited = {cite.id for paragraph in paragraphs for cite in paragraph.cites}
    assert {id for id in cited if laws.citation(id) is None} <= BEYOND


def test_a_whole_section_is_found_by_a_part_of_it() -> None:
    found = laws.citation("cfa-2014/57")
    assert found is not None
    assert found.url
    assert laws.citation("cfa-2014/999") is None
    assert laws.address("cfa-2014/999") is None
