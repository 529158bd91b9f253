import Access
import Documents
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// What follows once the person has agreed: originals or photographs of documents, and sending.
struct CounterDocumentsController: Sendable {
    let counter: CounterController

    static let kind: FieldName = "kind"
    static let digits: FieldName = "digits"
    static let day: FieldName = "day"
    static let file: FieldName = "file"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(SitePath.counterEntry, use: show)
        routes.storing.post(SitePath.counterOriginal, use: see).post(SitePath.counterSend, use: send)
        routes.costly.storing.post(SitePath.counterFile, use: receive)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let (officer, entry) = try await entry(SitePath.counterEntry.values(in: context), context)
        return try await page(filled, entry, officer, context)
    }

    private func see(_ request: Request, _ context: WebContext) async throws -> Response {
        let (officer, entry) = try await entry(SitePath.counterOriginal.values(in: context), context)
        var form = context.form
        do {
            guard let day = Day(form.text(Self.day)) else { throw OriginalRefusal.day }
            try await counter.intake.see(
                DocumentKindID(form.text(Self.kind)), digits: form.text(Self.digits), on: day, of: entry.subject,
                by: officer.actor(.support))
            return context.redirect(to: SitePath.counterEntry(entry.id))
        } catch OriginalRefusal.digits {
            form.refuse(Self.digits, .counterDigitsWrong)
        } catch OriginalRefusal.day {
            form.refuse(Self.day, .counterDayWrong)
        } catch OriginalRefusal.notAsked {
            form.refuse(Self.kind, .counterKindMissing)
        }
        return try await page(form, entry, officer, context)
    }

    private func receive(_ request: Request, _ context: WebContext) async throws -> Response {
        let (id, kind) = try SitePath.counterFile.values(in: context)
        let (officer, entry) = try await entry(id, context)
        var form = filled
        do {
            let count = try await context.eachFile(of: request) { file in
                _ = try await counter.intake.receive(
                    DocumentIntake.Announcement(
                        DocumentKindID(kind), length: nil, type: file.type.flatMap(FileType.init(mediaType:))),
                    of: entry.subject, by: officer.actor(.support), file.content)
            }
            if count == 0 { form.refuse(FieldName("\(Self.file.text)-\(kind)"), .chooseAFile) }
        } catch is IntakeRefusal {
            form.refuse(FieldName("\(Self.file.text)-\(kind)"), .counterFileRefused)
        }
        guard form.isAccepted else { return try await page(form, entry, officer, context) }
        return context.redirect(to: SitePath.counterEntry(entry.id))
    }

    private func send(_ request: Request, _ context: WebContext) async throws -> Response {
        let (officer, entry) = try await entry(SitePath.counterSend.values(in: context), context)
        do {
            try await counter.registrar.send(entry.subject, by: officer.actor(.support))
            return context.redirect(to: SitePath.counterEntry(entry.id))
        } catch RegistrationRefusal.incomplete(let missing) {
            var form = filled
            form.refuse(Self.kind, .counterMissing(missing))
            return try await page(form, entry, officer, context)
        }
    }

    /// The entry of an officer, to which the person has agreed.
    func entry(
        _ id: Identifier<CounterRow>, _ context: WebContext
    ) async throws -> (Officer, CounterRow) {
        let officer = try await counter.officer(context)
        let entry = try await counter.registrar.counterEntry(id, by: officer.actor(.support))
        guard entry.state != .asked else { throw RegistrationRefusal.none }
        return (officer, entry)
    }

    var filled: Form {
        var form = Form()
        form.fill(CounterController.channel, Channel.telephone.rawValue)
        form.fill(Self.day, Day(of: counter.desk.time.now, hoursEast: 5).description)
        return form
    }

    func page(
        _ form: Form, _ entry: CounterRow, _ officer: Officer, _ context: WebContext
    ) async throws -> Response {
        let (state, registrant, originals, contacts) = try await counter.desk.gate.look { transaction in
            (
                try RegistrationStore(transaction).find(entry.subject)?.state,
                try SubjectStore(transaction).find(entry.subject)?.registrant ?? .person,
                try OriginalStore(transaction).all(of: entry.subject).map(\.row),
                try RegistrationStore(transaction).contacts(of: entry.subject)
            )
        }
        guard let state else { throw RegistrationRefusal.none }
        let policy = try await counter.registrar.edition().document
        let files = try await counter.documents.documents(of: entry.subject).filter { $0.state != .receiving }
        let paper = policy.documentKind(.consentPaper)
        let kinds = policy.documentKinds(of: registrant)
        let page = CounterDocuments(
            entry: entry, isOpen: state == .draft || state == .moreAsked,
            paper: try await counter.registrar.lacksPaper(entry) ? paper : nil,
            reach: entry.way == .paper
                ? CounterReach(
                    entry: entry, channels: policy.contacts.channels, contacts: contacts, form: form,
                    token: context.formToken) : nil,
            isReached: contacts.values.contains { $0.confirmedAt != nil },
            kinds: kinds + (entry.way == .paper ? [paper].compactMap(\.self) : []),
            titles: Dictionary(uniqueKeysWithValues: policy.documentKinds.map { ($0.id, $0.title) }),
            originals: originals,
            files: files, form: form, token: context.formToken)
        return context.respond(
            officePage(
                .counterTitle, officer, at: .counter, isNarrow: true, switchPath: SitePath.counterEntry(entry.id),
                in: context
            ) { page.content }, status: form.isAccepted ? .ok : .unprocessableContent)
    }
}

extension Phrase {
    /// What is told first of what is missing: what only staff can bring.
    fileprivate static func counterMissing(_ missing: [RegistrationRefusal.Missing]) -> Phrase {
        if missing.contains(.signedPaper) { return .counterPaperMissing }
        return missing == [.documentBeingRead] ? .counterBeingRead : .counterIncomplete
    }
}
