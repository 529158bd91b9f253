import Backups
import Ledger
import Markup
import Policy
import Primitives
import Public
import Publication
import Retention
import WebCore

extension House {
    /// What anybody may take away of the policy, and where anybody checks it.
    func addVerification(with shelf: EditionShelf, to routes: SiteRoutes) {
        let certificates = Certificates(gate: gate, ledger: ledger) { try await sequencer.sequence() }
        CertificateController(
            edition: shelf.edition,
            certificate: { number in
                try await certificates.certificate(of: number).map { certificate in
                    CertificateSheet(
                        content: certificate.content, proof: certificate.proof, file: try certificate.encoded())
                }
            },
            void: { clause, number in try await certificates.notice(of: clause, in: number)?.encoded() },
            qr: { Self.qr($0, .certificateDrawing) }
        ).addRoutes(to: routes)
        addErasures(to: routes)
        VerifyController(verify: verify).addRoutes(to: routes)
    }

    private func addErasures(to routes: SiteRoutes) {
        let erasures = ErasureCertificates(gate: gate, ledger: ledger, copies: BackupKeeping.keys) {
            try await sequencer.sequence()
        }
        ErasureController(
            certificate: { mark in
                try await erasures.certificate(of: mark).map { certificate in
                    ErasureSheet(certificate, file: try certificate.encoded())
                }
            },
            policy: { inForce.last.document }, qr: { Self.qr($0, .certificateDrawing) }
        ).addRoutes(to: routes)
    }

    private func verify(_ octets: Bytes) async -> VerificationView {
        guard let file = ProvenFile(octets) else { return VerificationView(.unreadable, findings: []) }
        // What was proven in a log that has ended is genuine still.
        let keys = (try? await sequencer.verifierKeys()) ?? [sequencer.verifierKey]
        let findings = keys.map { file.check(key: $0) }
        return VerificationView(file, findings.first { $0 == .genuine } ?? findings[0])
    }
}

extension ErasureSheet {
    fileprivate init(_ certificate: ErasureCertificate, file: Bytes) {
        let content = certificate.content
        let (erased, turned) = (Instant(content.erasedAt), content.keysTurnedAt.flatMap { Instant($0) })
        let copies = Span.days(content.keyCopiesDays)
        self.init(
            mark: content.mark, record: content.record, act: content.act, edition: content.edition, erasedAt: erased,
            keyDestroyedAt: content.keyDestroyedAt.flatMap { Instant($0) },
            finalAt: content.finalAt.flatMap { Instant($0) },
            expectedFinal: turned.map { $0 + copies } ?? erased.map { $0 + copies + .days(1) },
            proof: certificate.proof, file: file)
    }
}

extension VerificationView {
    /// What the check of a file found, in words.
    fileprivate init(_ file: ProvenFile, _ finding: ProofFinding) {
        switch finding {
        case .unreadable: self.init(.unreadable, findings: [])
        case .genuine:
            self.init(
                .verified, of: file.kind, about: file.about, findings: file.held.map { Finding(isGood: true, $0) })
        case .contentChanged, .textChanged, .otherPerson, .otherEdition, .otherManner, .notProven:
            self.init(.refused, of: file.kind, findings: [Finding(isGood: false, file.fault(finding))])
        }
    }
}

extension ProvenFile {
    fileprivate var kind: VerificationView.Kind {
        switch self {
        case .receipt: .receipt
        case .certificate, .erasure, .void: .certificate
        }
    }

    /// What a certificate says above all.
    fileprivate var about: Phrase? {
        if case .erasure(let certificate) = self { return .erasureIs(final: certificate.content.finalAt != nil) }
        if case .void(let notice) = self {
            let edition = Phrase.editionNumber(notice.content.edition)
            let clause = Phrase.clause(notice.content.clause.rawValue)
            guard let since = Day(notice.content.since) else { return edition }
            return edition.followed(by: ", ", clause).followed(by: ". ", .voidSince(since))
        }
        guard case .certificate(let certificate) = self else { return nil }
        let content = certificate.content
        let edition = Phrase.editionNumber(content.edition)
        guard let manner = content.manner?.words else { return edition }
        return Phrase(
            ru: "\(edition.ru). \(manner.ru)", kk: "\(edition.kk). \(manner.kk)", en: "\(edition.en). \(manner.en)")
    }
}

extension Phrase {
    fileprivate static let certificateDrawing = Phrase(
        ru: "QR-код с адресом свидетельства", kk: "Куәліктің мекенжайы бар QR-код",
        en: "QR code with the address of the certificate")
}
