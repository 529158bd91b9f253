import Primitives

extension Gate {
    /// Opens a viewing, or goes on with one that the session has open already: then without a new act.
    ///
    /// - Parameters:
    ///   - blobs: what it must cover of documents.
    ///   - viewing: one that may have ended meanwhile; a new look is a new act then.
    package func openViewing(
        _ ask: Ask, blobs: [Bytes] = [], orGoingOn viewing: ViewingID?
    ) async throws -> (ViewingID, OpenRecord) {
        if let viewing {
            do {
                return (viewing, try await record(in: viewing, of: ask.subject, for: ask.actor, covering: blobs))
            } catch let refusal as GateRefusal where refusal.reason == .viewingEnded {}
        }
        let opened = try await openViewing(ask, blobs: blobs)
        return (opened.viewing.id, opened.record)
    }
}
