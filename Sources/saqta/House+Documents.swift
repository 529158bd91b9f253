import Blobs
import Documents
import Foundation
import Imaging
import Permits
import Policy
import Primitives
import Registration
import Rights
import Storage
import Synchronization
import Threads
import Vault

extension House {
    /// Whether a registration, a thread or a request takes documents, as their rooms tell the documents room.
    @Sendable static func uploadStanding(
        of subject: SubjectID, in thread: CorrespondenceID?, _ transaction: any Transaction
    ) throws -> UploadStanding {
        if let thread {
            return try RequestFiles.standing(of: subject, in: thread, transaction)
                ?? ThreadFiles.standing(of: subject, in: thread, transaction)
        }
        guard let row = try RegistrationStore(transaction).find(subject) else {
            return UploadStanding(.closed, since: Instant(microseconds: 0), caseID: nil)
        }
        let stage: UploadStanding.Stage =
            switch row.state {
            case .draft: .draft
            case .moreAsked: .moreAsked
            default: .closed
            }
        return UploadStanding(
            stage, since: row.since, caseID: row.number, isOnPaper: try Registrar.isOnPaper(subject, transaction))
    }

    /// What the documents room says is missing, in the words of the registration room.
    @Sendable static func missingDocuments(
        of subject: SubjectID, under edition: Edition, in transaction: any Transaction
    ) throws -> [RegistrationRefusal.Missing] {
        let missing = try DocumentStore(transaction).missing(
            of: subject, under: edition, isOnPaper: try Registrar.isOnPaper(subject, transaction))
        return Set(
            missing.map { part -> RegistrationRefusal.Missing in
                switch part {
                case .compulsory, .askedAgain: .compulsoryDocument
                case .beingRead: .documentBeingRead
                case .consentPaper: .signedPaper
                }
            }
        ).sorted { $0.rawValue < $1.rawValue }
    }
}

extension SealingStream: IncomingSeal {}

extension ObjectSealing {
    /// Seals with the vault's streams.
    static let vault = ObjectSealing(
        begin: { sealer, blob in DocumentSeal(sealer).begin(blob) },
        resume: { sealer, blob, store in
            try await DocumentSeal(sealer).resume(blob, in: store).map { ($0.stream, $0.plaintextOffset) }
        })
}

extension PageMaker {
    /// Makes pages in the imaging process.
    static func worker(_ worker: ImagingWorker) -> PageMaker {
        PageMaker { request, pull, deliver in
            let position = Mutex(0)
            let hints = Mutex<[PageHint]>([])
            let next: @Sendable () async throws -> Bytes? = {
                let range = position.withLock { offset in
                    defer { offset = min(offset + 262_144, request.length) }
                    return offset..<min(offset + 262_144, request.length)
                }
                return range.isEmpty ? nil : try await pull(range).reveal()
            }
            do {
                let result = try await worker.process(
                    next, ask: ImagingAsk(zone: request.readsZone, languages: [])
                ) { page in
                    hints.withLock { $0 += page.hints.compactMap { PageHint($0, page: page.index + 1) } }
                    try await deliver(MadePage(page))
                }
                guard let type = FileType(rawValue: result.type.rawValue), request.accepted.contains(type) else {
                    throw PageFailure.refused(.notAccepted)
                }
                return PageReport(
                    type: type, pages: result.pages,
                    hints: hints.withLock { $0 } + result.notices.compactMap { PageHint($0) },
                    text: result.zones.map { zone in
                        RecognisedPage(
                            page: zone.page + 1, lines: PersonalData([]), zone: zone.lines,
                            zoneConfidence: zone.checks == 0 ? 0 : zone.passed * 100 / zone.checks)
                    })
            } catch let refusal as ImagingRefusal {
                throw PageFailure(refusal)
            }
        }
    }
}

extension PageHint {
    fileprivate init?(_ hint: ImagingPage.Hint, page: Int) {
        guard let code = Code(rawValue: hint.rawValue) else { return nil }
        self.init(code, page: page)
    }

    fileprivate init?(_ notice: ImagingResult.Notice) {
        guard let code = Code(rawValue: notice.rawValue) else { return nil }
        self.init(code)
    }
}

extension MadePage {
    fileprivate init(_ page: ImagingPage) {
        self.init(
            number: page.index + 1, image: PersonalData(page.image), width: page.width, height: page.height,
            thumbnail: PersonalData(page.thumbnail))
    }
}

extension PageFailure {
    fileprivate init(_ refusal: ImagingRefusal) {
        switch refusal {
        case .refused(let reason): self = .refused(FileRefusal(rawValue: reason.rawValue) ?? .unknownType)
        case .tooLarge: self = .refused(.tooLarge)
        case .tooManyPixels: self = .refused(.tooManyPixels)
        case .tooManyPages: self = .refused(.tooManyPages)
        case .encrypted: self = .refused(.encrypted)
        case .damaged: self = .refused(.damaged)
        case .memoryLimit: self = .refused(.tooCostly)
        case .crashed, .timeLimit: self = .failed
        case .unavailable, .unguarded: self = .unavailable
        }
    }
}
