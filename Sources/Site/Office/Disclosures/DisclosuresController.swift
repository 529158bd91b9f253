import Deadlines
import Disclosures
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import WebCore

/// What withdrawals, corrections and transfers ask of staff, and where a transfer is put on record.
struct DisclosuresController: Sendable {
    let desk: OfficeDesk
    let calendars: CalendarDesk

    static let number: FieldName = "case"
    static let recipient: FieldName = "recipient"
    static let purpose: FieldName = "purpose"
    static let fields: FieldName = "fields"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.officeDisclosures, use: show).post(.prepareDisclosure, use: prepare)
            .post(.recordDisclosure, use: record)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        return context.respond(try await page(officer, Form(), context))
    }

    private func page(_ officer: Officer, _ form: Form, _ context: WebContext) async throws -> Page {
        let page = DisclosuresPage(
            tasks: try await desk.disclosures.tasks(), calendar: try await calendars.standing().calendar,
            today: Day(of: desk.time.now, hoursEast: 5), form: form, token: context.formToken,
            wasDone: context.path.value(of: "done") != nil)
        return officePage(
            .officeDisclosuresTitle, officer, at: .officeDisclosures, switchPath: .officeDisclosures, in: context
        ) { page.content }
    }

    /// The second step: which of the data that this recipient may have.
    private func prepare(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        var form = context.form
        let number = (form.trimmed(Self.number) ?? "").uppercased()
        if number.isEmpty { form.refuse(Self.number, .disclosureNoNumber) }
        if form.text(Self.recipient).isEmpty { form.refuse(Self.recipient, .disclosureNoRecipient) }
        if form.isAccepted {
            do {
                let found = try await desk.disclosures.recipients(ofCase: number)
                    .first { $0.recipient.id.rawValue == form.text(Self.recipient) }
                if let found, found.isOpen {
                    return context.respond(try await fields(number, found.recipient, Form(), officer, context))
                }
                form.refuse(Self.recipient, .disclosureNotOpen)
            } catch DisclosureRefusal.noCase {
                form.refuse(Self.number, .disclosureNoCase)
            }
        }
        return context.respond(try await page(officer, form, context), status: .unprocessableContent)
    }

    private func fields(
        _ number: String, _ recipient: Recipient, _ form: Form, _ officer: Officer, _ context: WebContext
    ) async throws -> Page {
        let edition = try await desk.disclosures.tasks().edition
        let page = DisclosureFieldsPage(
            number: number, recipient: recipient, edition: edition, form: form, token: context.formToken)
        return officePage(
            .disclosureRecord, officer, at: .officeDisclosures, isNarrow: true, switchPath: .officeDisclosures,
            in: context
        ) { page.content }
    }

    private func record(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        var form = context.form
        let number = form.text(Self.number)
        let edition = try await desk.disclosures.tasks().edition
        guard let recipient = edition.document.recipient(RecipientID(form.text(Self.recipient))) else {
            throw PageRefusal(.notFound)
        }
        let chosen = form.texts(Self.fields).compactMap { Int($0) }.map { FieldNumber($0) }
        if chosen.isEmpty { form.refuse(Self.fields, .disclosureNoFields) }
        guard form.isAccepted else {
            return context.respond(
                try await fields(number, recipient, form, officer, context), status: .unprocessableContent)
        }
        try await desk.disclosures.record(
            chosen, to: recipient.id, for: PurposeID(form.text(Self.purpose)), ofCase: number,
            by: officer.actor(.responsible))
        return context.redirect(to: .officeDisclosures.with("done", "1"))
    }
}
