import Documents
import HTTPTypes
import Hummingbird
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// The third step: scans, sent as plain forms; scripts use ``UploadsController``.
struct DocumentsController: Sendable {
    let rooms: AccountRooms

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.documentsStep, use: show)
            .get(.documentsState, use: state)
            .post(.documentRemove, use: remove)
            .get(SitePath.accountPage, use: image)
        routes.costly.storing.post(SitePath.documentKind, use: receive)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        try await page(Form(), context)
    }

    /// How many documents are still being read, for the script that waits for them.
    private func state(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let working = try await rooms.documents.documents(of: own.subject).count { $0.state == .received }
        return json("{\"working\":\(working)}")
    }

    private func remove(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        guard let id = DocumentID(context.form.text(.document)) else { throw PageRefusal(.notFound) }
        try await rooms.intake.remove(id, of: own.subject, session: own.digest)
        return context.redirect(to: .documentsStep)
    }

    private func receive(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let kind = DocumentKindID(try SitePath.documentKind.values(in: context))
        var form = Form()
        do {
            let count = try await context.eachFile(of: request, after: .replacing) { file in
                _ = try await rooms.intake.receive(
                    DocumentIntake.Announcement(
                        kind, length: nil, type: file.type.flatMap(FileType.init(mediaType:)),
                        replacing: file.value.flatMap { DocumentID($0) }), of: own.subject, session: own.digest,
                    file.content)
            }
            if count == 0 { form.refuse(DocumentsPage.file(kind), .chooseAFile) }
        } catch let refusal as IntakeRefusal {
            form.refuse(DocumentsPage.file(kind), .intake(refusal))
        }
        guard form.isAccepted else { return try await page(form, context, status: .unprocessableContent) }
        return context.redirect(to: .documentsStep)
    }

    private func page(
        _ form: Form, _ context: WebContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let own = try context.own()
        let registration = try await rooms.registration(of: own)
        guard registration.state == .draft || registration.state == .moreAsked else {
            return context.redirect(to: .account)
        }
        let rows = try await rooms.documents.documents(of: own.subject)
        let policy = try await rooms.registrar.edition().document
        let registrant = try await rooms.registrant(of: own)
        let lacks = policy.lacksConfirmation(try await rooms.contacts(of: own))
        let page = DocumentsPage(
            policy: policy, registrant: registrant, rows: rows, since: registration.since,
            isDraft: registration.state == .draft,
            // A child is reached through whoever acts for them.
            lacksConfirmation: registrant != .child && lacks,
            viewing: try await rooms.viewings.viewing(of: own, for: rows),
            form: form, token: context.formToken)
        return context.respond(page.page, status: status)
    }

    /// The image of a page, streamed as it is unsealed.
    private func image(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let (viewing, document, number, size) = try SitePath.accountPage.values(in: context)
        guard let size = PageRow.Size(rawValue: size) else { throw PageRefusal(.notFound) }
        let open = try await rooms.documents.page(
            number, of: document, size, in: viewing, of: own.subject,
            for: .subject(own.subject, session: own.digest))
        return Response(
            status: .ok, headers: [.contentType: "image/jpeg", .cacheControl: "no-store"],
            body: ResponseBody(contentLength: open.length) { writer in
                for try await piece in open.pieces { try await writer.write(ByteBuffer(bytes: piece.reveal())) }
                try await writer.finish(nil)
            })
    }
}

/// An answer for a script.
func json(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
        status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
}
