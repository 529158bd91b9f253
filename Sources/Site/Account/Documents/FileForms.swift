import Documents
import Hummingbird
import NIOCore
import Permits
import Policy
import Primitives
import WebCore

/// Files that a person sends to where they write, a thread or a request, as plain forms; scripts use ``UploadsController``.
struct FileForms: Sendable {
    let rooms: AccountRooms
    let kind: DocumentKindID
    let place: FilePlace

    static let file: FieldName = "file"

    /// How many of the files are still being read, for the script that waits for them.
    func state(in thread: CorrespondenceID, of own: Own) async throws -> Response {
        let files = try await rooms.documents.files(in: thread, of: own.subject)
        return json("{\"working\":\(files.count { $0.state == .received })}")
    }

    /// Gives up a file that is still coming.
    func remove(_ own: Own, _ context: WebContext) async throws {
        guard let id = DocumentID(context.form.text(.document)) else { throw PageRefusal(.notFound) }
        try await rooms.intake.remove(id, of: own.subject, session: own.digest)
    }

    /// Takes what a form brings. - Returns: a form that says what is wrong with it; accepted when nothing is.
    func receive(
        in thread: CorrespondenceID, of own: Own, _ request: Request, _ context: WebContext
    ) async throws -> Form {
        var form = Form()
        do {
            let count = try await context.eachFile(of: request) { file in
                _ = try await rooms.intake.receive(
                    DocumentIntake.Announcement(
                        kind, length: nil, type: file.type.flatMap(FileType.init(mediaType:)), thread: thread),
                    of: own.subject, session: own.digest, file.content)
            }
            if count == 0 { form.refuse(Self.file, .chooseAFile) }
        } catch let refusal as IntakeRefusal {
            form.refuse(Self.file, .intake(refusal, in: place))
        }
        return form
    }
}
