"""A person who registers, as the pages ask it."""

import io
import json

from PIL import Image

from house import until


def title_case(text):
    return text[:1] + text[1:].lower()


class Person:
    def __init__(self, visit, email, telephone, family, given, patronymic="", look=lambda name: None):
        self.visit, self.house = visit, visit.house
        self.email, self.telephone = email, telephone
        self.family, self.given, self.patronymic = family, given, patronymic
        self.look = look
        self.number = None

    @property
    def page(self):
        return self.visit.page

    def names(self):
        self.visit.go("register")
        self.look("register")
        self.page.locator('a[href$="/register/name"].button').click()
        self.visit.at("register/name")
        self.look("register-name")
        self.visit.fill(family=self.family, given=self.given, patronymic=self.patronymic)
        self.visit.send("register/name")
        self.page.locator('[name="declaration"]').wait_for()

    def agree(self):
        self.look("register-consent")
        self.page.locator('[name="declaration"]').check()
        self.page.locator('[name="consent"]').check()
        self.visit.send("register/consent", "answer", "yes")
        self.visit.at("register/contacts")

    def give_contacts(self):
        self.look("register-contacts")
        before = self.house.codes_sent(self.email)
        self.visit.fill(email=self.email, telephone=self.telephone)
        self.visit.send("register/contacts")
        self.visit.at("register/code/email")
        self.look("register-code")
        return before

    def confirm(self, before=0):
        self.visit.fill(code=self.house.code(self.email, after=before))
        self.visit.send("register/code/email")
        self.visit.at("register/documents")
        self.look("register-documents")

    def change_email(self, new):
        """By a code to the new one; who this is was shown lately."""
        self.visit.go("account/email")
        self.visit.fill(email=new)
        self.visit.send("account/email")
        self.visit.fill(code=self.house.code(new))
        self.visit.send("account/address/code")
        self.visit.at("account/data")
        until(lambda: [text for text in self.house.messages(self.email) if "/contacts" in text], what="the message")
        self.email = new

    def is_told(self, words):
        """Waits for a message that says so in their own language."""
        said = words[self.visit.language]
        until(lambda: any(said in " ".join(text.split()) for text in self.house.messages(self.email)), what=f"“{said}”")

    def upload(self, file, kind="identity_document"):
        """Chooses a file, which sends it, and waits until its pages are there."""
        self.page.evaluate("() => { document.body.dataset.before = 'yes' }")
        self.page.locator(f'[data-upload="{kind}"]:visible input[type=file]:not([capture])').first.set_input_files(file)
        self.wait_ready()

    def wait_ready(self, seconds=60):
        """Until the page has come anew with the pictures of the file."""
        self.page.wait_for_function(
            "() => !document.body.dataset.before && !document.querySelector('[data-poll]')"
            " && document.querySelector('.received img')", timeout=seconds * 1000)

    def upload_plainly(self, file, kind="identity_document"):
        """The same with a form, as without scripts."""
        form = self.page.locator(f'[data-upload="{kind}"] form:not(:has([name="replacing"]))').first
        if not form.is_visible():
            form.locator("xpath=ancestor::details").locator("summary").click()
        form.locator("input[type=file]:not([capture])").set_input_files(file)
        form.locator("button[type=submit]").click()
        until(lambda: self.being_read() == 0, seconds=60, what="the reading of the document")
        self.visit.go("register/documents")
        assert self.page.locator(".received img").count() > 0

    def being_read(self):
        answer = self.page.context.request.get(f"/{self.visit.language}/register/documents/state")
        return json.loads(answer.text())["working"]

    def send(self):
        self.visit.go("register/check")
        self.look("register-check")
        self.visit.send("register/send")
        self.visit.at("register/sent")
        self.number = self.page.locator(".confirmation .number").text_content().strip()
        self.look("register-sent")
        return self.number

    def register(self, file):
        """All four steps."""
        self.names()
        self.agree()
        self.confirm(self.give_contacts())
        self.upload(file)
        self.look("register-documents-ready")
        return self.send()


_counter = iter(range(1, 10_000))


def somebody(visit, look=lambda name: None, **values):
    """An invented person with an address of their own; the telephone has a prefix that no operator uses."""
    number = next(_counter)
    given = {"family": "Үлгібай", "given": "Ғани", "patronymic": "",
             "email": f"ulgi{number}@example.kz", "telephone": f"8 777 000 {number // 100:02} {number % 100:02}"}
    return Person(visit, look=look, **(given | values))


def picture_of_a_megabyte(specimens):
    """A photograph of the document that is small enough to be sent as it is."""
    picture = Image.open(specimens / "photo.jpg").convert("RGB")
    picture.thumbnail((2400, 2400))
    for quality in range(80, 100):
        content = io.BytesIO()
        picture.save(content, "JPEG", quality=quality)
        if len(content.getvalue()) >= 1_000_000:
            return content.getvalue()
    raise AssertionError("no megabyte")


def sign_in(visit, someone):
    """By a code to their e-mail address."""
    sent = visit.house.codes_sent(someone.email)
    visit.go("sign-in")
    visit.fill(address=someone.email)
    visit.send("sign-in", "how", "code")
    visit.at("sign-in/code")
    visit.fill(code=visit.house.code(someone.email, after=sent))
    visit.send("sign-in/code")
    visit.at("account")
