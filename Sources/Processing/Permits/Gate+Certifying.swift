import Ledger
import Policy
import Primitives
import Storage

extension Gate {
    /// What is kept of a publication for its certificate.
    package struct Certified: Sendable {
        package let content: CertificateContent
        /// The canonical octets of the entry that holds the content's digest.
        package let entry: Bytes
    }

    /// What is kept of the publication of an edition; nil when there is no such edition, or nothing was kept of it.
    package func certified(_ number: Int) async throws -> Certified? {
        try await database.read { transaction in
            guard
                let row = try transaction.row("SELECT certificate, entry FROM edition WHERE number = \(number)"),
                try !row.isNull(0), try !row.isNull(1)
            else { return nil }
            return Certified(
                content: try CanonicalJSON.decode(CertificateContent.self, from: try row.bytes(0)),
                entry: try row.bytes(1))
        }
    }

    /// The numbers of the editions of which nothing was kept, the first first.
    package func uncertified(in transaction: any Transaction) throws -> [Int] {
        try transaction.rows("SELECT number FROM edition WHERE certificate IS NULL ORDER BY number")
            .map { row in Int(try row.int(0)) }
    }

    /// Writes down now how an edition came into force earlier; nothing is done when that was written down before.
    ///
    /// - Parameters:
    ///   - role: of who published; nil for the house itself.
    ///   - proposal: the first half of the act; nil where there was none.
    package func certify(
        _ edition: Edition, by role: RoleID?, after proposal: CertificateContent.FirstHalf?,
        in transaction: any Transaction
    ) throws {
        let content = CertificateContent(edition, by: role, after: proposal, certified: time.now)
        let (number, octets) = (edition.number, try content.canonical())
        let claimed = try transaction.run(
            "UPDATE edition SET certificate = \(octets) WHERE number = \(number) AND certificate IS NULL")
        guard claimed == 1 else { return }
        let mark = edition.manner == .singleHanded ? LedgerEntry.singleHanded : [:]
        let entry = try appendNaming(
            nobody: "certify_edition", role: "operator", clause: "5.4", edition: number, digest: edition.hash,
            note: try evidence(edition, content).merging(mark) { $1 }, in: transaction)
        try keep(content, entry, of: number, in: transaction)
    }

    /// What the entry of a publication notes for its certificate.
    func evidence(_ edition: Edition, _ content: CertificateContent) throws -> [String: String] {
        let manner = edition.manner.map { ["manner": $0.rawValue] } ?? [:]
        return manner.merging(["certificate": try content.digest().hex]) { $1 }
    }

    func keep(
        _ content: CertificateContent, _ entry: LedgerEntry, of number: Int, in transaction: any Transaction
    ) throws {
        let (content, entry) = (try content.canonical(), try entry.canonical())
        try transaction.send(
            "UPDATE edition SET certificate = \(content), entry = \(entry) WHERE number = \(number)")
    }
}
