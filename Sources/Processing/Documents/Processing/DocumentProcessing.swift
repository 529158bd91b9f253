import Blobs
import Permits
import Policy
import Primitives
import Storage

/// Makes page images of received documents and reads what stands on them: the automatic actor `imaging`.
///
/// Each document is done at least once; a process that dies leaves a claim that runs out, and nothing half done is seen.
package struct DocumentProcessing: Sendable {
    let gate: Gate
    let blobs: any BlobStore
    let sealing: ObjectSealing
    let maker: PageMaker
    let interpreter: DocumentInterpreter
    let time: TimeSource
    let randomness: Randomness
    /// Whether documents can be read at all.
    package let reader = ReaderStanding()
    /// How many documents are worked on at the same time.
    let atOnce: Int
    /// How often a claim is renewed while its document is worked on.
    let renewal: Duration

    /// How long a claim holds that is not renewed: so long does a document wait whose process has died.
    package static let claim = Span.seconds(30)
    static let actor = Actor(.imaging)

    package init(
        gate: Gate, blobs: any BlobStore, sealing: ObjectSealing, maker: PageMaker, interpreter: DocumentInterpreter,
        atOnce: Int = 2, renewal: Duration = .seconds(5), time: TimeSource, randomness: Randomness
    ) {
        self.gate = gate
        self.blobs = blobs
        self.sealing = sealing
        self.maker = maker
        self.interpreter = interpreter
        self.atOnce = atOnce
        self.renewal = renewal
        self.time = time
        self.randomness = randomness
    }

    /// A document that this process works on.
    struct Claim: Sendable {
        let document: DocumentRow
        /// The number of the claim; a later one ends it.
        let turn: Int
    }

    /// What came of a document.
    package enum Outcome: String, Sendable, CaseIterable {
        case ready, refused
        /// It is tried again later.
        case again
        /// Another process, or the person, was faster.
        case overtaken
    }

    /// Works off what waits, up to `most` documents. - Returns: what came of each; empty when nothing waited.
    @discardableResult
    package func work(most: Int = 20) async throws -> [Outcome] {
        try await withThrowingTaskGroup(of: Outcome?.self) { group in
            var outcomes: [Outcome] = []
            var begun = 0
            func begin() {
                guard begun < most else { return }
                begun += 1
                group.addTask { try await next() }
            }
            for _ in 0..<atOnce { begin() }
            while let outcome = try await group.next() {
                guard let outcome else { continue }
                outcomes.append(outcome)
                begin()
            }
            return outcomes
        }
    }

    /// Does the next document; nil when none waits.
    private func next() async throws -> Outcome? {
        guard let claim = try await claimNext() else { return nil }
        guard claim.document.attempts <= BackOff.reading.most else { return try await end(claim, .unreadable) }
        do {
            let outcome = try await holding(claim) { try await render(claim) }
            reader.note(isAvailable: true)
            return outcome
        } catch PageFailure.refused(let reason) {
            reader.note(isAvailable: true)
            return try await refuse(claim, reason)
        } catch PageFailure.unavailable {
            // No word about the document: it waits until the operator has mended the reader, however long that takes.
            reader.note(isAvailable: false)
            return try await putBack(claim, after: .seconds(30))
        } catch {
            switch Cause(error) {
            case .house: return try await putBack(claim, after: .seconds(30))
            case .obstacle(let fault, let rule): return try await hinder(claim, by: fault, rule)
            case .document:
                guard !BackOff.reading.isSpent(claim.document.attempts) else {
                    return try await end(claim, .unreadable)
                }
                return try await putBack(
                    claim, after: BackOff.reading.pause(after: claim.document.attempts), counts: true)
            }
        }
    }

    /// Refuses a file, when the Gate lets it; otherwise it is tried again later.
    private func end(_ claim: Claim, _ reason: FileRefusal) async throws -> Outcome {
        do {
            return try await refuse(claim, reason)
        } catch let refusal as GateRefusal {
            guard case .obstacle(let fault, let rule) = Cause(refusal) else { return .again }
            return try await hinder(claim, by: fault, rule)
        }
    }

    private func claimNext() async throws -> Claim? {
        let now = time.now
        return try await gate.perform { transaction in
            let waiting = try transaction.claim(
                """
                SELECT subject_id, id FROM document WHERE state = 'received' AND busy_until <= \(now)
                ORDER BY changed_at, id LIMIT 1
                """)
            guard let row = waiting.first else { return nil }
            let (subject, id): (SubjectID, DocumentID) = (try row.identifier(0), try row.identifier(1))
            let claimed = try transaction.ask(
                """
                UPDATE document SET turn = turn + 1, attempts = attempts + 1, busy_until = \(now + Self.claim)
                WHERE subject_id = \(subject) AND id = \(id) AND state = 'received' AND busy_until <= \(now)
                RETURNING turn
                """)
            guard let document = try DocumentStore(transaction).find(id, of: subject),
                let row = try claimed.row()
            else { return nil }
            return Claim(document: document, turn: Int(try row.int(0)))
        }
    }

    /// Renews the claim as long as `work` goes on; one that could not be renewed in time is another's.
    private func holding<Answer: Sendable>(
        _ claim: Claim, _ work: @Sendable () async throws -> Answer
    ) async throws -> Answer {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                while true {
                    try await Task.sleep(for: renewal)
                    // One that fails is followed by the next, before the claim runs out.
                    try? await renew(claim)
                }
            }
            defer { group.cancelAll() }
            return try await work()
        }
    }

    private func renew(_ claim: Claim) async throws {
        let (until, document) = (time.now + Self.claim, claim.document)
        try await gate.perform { transaction in
            try transaction.run(
                """
                UPDATE document SET busy_until = \(until)
                WHERE subject_id = \(document.subject) AND id = \(document.id) AND turn = \(claim.turn)
                      AND state = 'received'
                """)
        }
    }

    private func putBack(_ claim: Claim, after delay: Span, counts: Bool = false) async throws -> Outcome {
        let until = time.now + delay
        let document = claim.document
        try await gate.perform { transaction in
            try transaction.run(
                """
                UPDATE document SET busy_until = \(until), attempts = attempts - \(counts ? 0 : 1)
                WHERE subject_id = \(document.subject) AND id = \(document.id) AND turn = \(claim.turn)
                      AND state = 'received'
                """)
        }
        return .again
    }
}
