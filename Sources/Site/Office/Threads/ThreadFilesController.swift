import Documents
import Hummingbird
import Permits
import Policy
import Primitives
import Threads
import WebCore

/// Files of a thread in the office: pictures of their pages within the thread's viewing, and one that is sent to the person.
struct ThreadFilesController: Sendable {
    let threads: ThreadsController
    let intake: DocumentIntake
    let documents: DocumentAccess
    private var desk: OfficeDesk { threads.desk }

    static let file: FieldName = "file"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(SitePath.threadFilePage, use: show)
        routes.costly.storing.post(SitePath.threadFile, use: receive)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.support, in: context)
        try PageImages.checkPlace(of: request)
        let (thread, viewing, document, page, size) = try SitePath.threadFilePage.values(in: context)
        guard let size = PageRow.Size(rawValue: size) else { throw PageRefusal(.notFound) }
        let subject = try await desk.threads.find(thread).subject
        return PageImages.stream(
            try await documents.page(
                page, of: document, size, in: viewing, of: subject, for: officer.actor(.support)))
    }

    private func receive(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.support, in: context)
        let id = try SitePath.threadFile.values(in: context)
        let row = try await desk.threads.find(id)
        var form = Form()
        do {
            let count = try await context.eachFile(of: request) { file in
                _ = try await intake.receive(
                    DocumentIntake.Announcement(
                        .attachment, length: nil, type: file.type.flatMap(FileType.init(mediaType:)),
                        thread: row.correspondence), of: row.subject, by: officer.actor(.support), file.content)
            }
            if count == 0 { form.refuse(Self.file, .chooseAFile) }
        } catch is IntakeRefusal {
            form.refuse(Self.file, .counterFileRefused)
        }
        guard form.isAccepted else { return try await threads.opened(id, form, officer, context) }
        return context.redirect(to: .officeThreads.with("done", "file"))
    }
}
