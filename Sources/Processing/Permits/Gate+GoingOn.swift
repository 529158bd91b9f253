extension Gate {
    /// Opens a viewing, or goes on with one that the session has open already: then without a new act.
    ///
    /// - Parameter viewing: one that may have ended meanwhile; a new look is a new act then.
    package func openViewing(_ ask: Ask, orGoingOn viewing: ViewingID?) async throws -> (ViewingID, OpenRecord) {
        if let viewing {
            do {
                return (viewing, try await record(in: viewing, of: ask.subject, for: ask.actor))
            } catch let refusal as GateRefusal where refusal.reason == .viewingEnded {}
        }
        let opened = try await openViewing(ask, blobs: [])
        return (opened.viewing.id, opened.record)
    }
}
