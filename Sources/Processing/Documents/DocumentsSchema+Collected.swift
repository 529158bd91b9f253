import Permits
import Policy
import Primitives
import Storage

extension DocumentsSchema {
    /// Under which editions the documents came whose kinds an act reaches, and the originals that were seen.
    @Sendable package static func collected(_ ask: Ask, _ transaction: any Transaction) throws -> [CollectedDatum] {
        guard !ask.documents.isEmpty else { return [] }
        let originals = try OriginalStore(transaction).all(of: ask.subject).map(\.row)
        return try DocumentStore(transaction).all(of: ask.subject).map { CollectedDatum($0.kind, edition: $0.edition) }
            + originals.map { CollectedDatum($0.kind, edition: $0.edition) }
    }
}
