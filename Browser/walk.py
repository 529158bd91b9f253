"""A guide's words for what is pressed, filled in and read, followed on the pages in the order in which they stand."""

import re

from house import ROOT


def text_of(name):
    return (ROOT / "docs" / "guides" / name).read_text()


def sections(text):
    """The text under each heading of the second rank."""
    parts = re.split(r"^## ", text, flags=re.M)[1:]
    return {heading: body for heading, _, body in (part.partition("\n") for part in parts)}


def labels(text):
    """What stands *emphasised*, outside commands, in its order."""
    prose = re.sub(r"^```.*?^```|`[^`\n]*`", "", text, flags=re.M | re.S)
    return [" ".join(found.split()) for found in re.findall(r"(?<![*\w])\*([^*]+?)\*(?![*\w])", prose)]


class Walk:
    """One section of a guide: each label is used once, in its order, and is found on the page in front of the reader."""

    def __init__(self, name, heading, visit):
        self.visit, self.left = visit, labels(sections(text_of(name))[heading])

    @property
    def page(self):
        return self.visit.page

    def take(self, label):
        assert self.left, f"the guide says nothing more, not “{label}”"
        assert self.left[0] == label, f"the guide says “{self.left[0]}”, not “{label}”"
        self.left.pop(0)

    def one_of(self, *places):
        """The first of the places that the page has, once it has one."""
        self.page.wait_for_function("() => document.readyState === 'complete'")
        some = places[0]
        for place in places[1:]:
            some = some.or_(place)
        some.first.wait_for()
        return next(place.first for place in places if place.count())

    def press(self, label, within=None):
        """A button, a link or a part that is folded away; what it says begins with the label."""
        self.take(label)
        where = within or self.page
        begins = re.compile("^" + re.escape(label))
        self.one_of(
            where.get_by_role("button", name=label, exact=True), where.get_by_role("link", name=label, exact=True),
            where.locator("summary").filter(has_text=begins), where.get_by_role("link", name=begins)).click()

    def field(self, label, within=None):
        self.take(label)
        where = within or self.page
        return self.one_of(where.get_by_label(label, exact=True), where.get_by_label(label))

    def fill(self, label, value):
        self.field(label).fill(value)

    def sees(self, label, within=None):
        self.take(label)
        (within or self.page).get_by_text(label).locator("visible=true").first.wait_for()

    def ends(self):
        assert not self.left, f"left in the guide: {self.left}"
