import Primitives
import Storage

/// Asks witnesses to co-sign the newest checkpoint of this log, and keeps what they say (C2SP `tlog-witness`).
package struct LogWitnesses: Sendable {
    /// A witness and where it takes checkpoints.
    package struct Place: Sendable {
        package let key: WitnessKey
        /// The submission prefix, with no slash at its end.
        package let address: String

        package init(key: WitnessKey, address: String) {
            self.key = key
            self.address = address
        }
    }

    /// What a witness answered over HTTP.
    package struct Reply: Sendable {
        let status: Int
        let type: String
        let body: String

        package init(status: Int, type: String, body: String) {
            self.status = status
            self.type = type
            self.body = body
        }
    }

    let database: any Database
    let verifier: VerifierKey
    let places: [Place]
    let time: TimeSource
    /// What was kept before may have been put back with older rows, and then says of the witnesses what is no longer so.
    private let started: Instant
    let send: @Sendable (_ address: String, _ body: String) async throws -> Reply

    /// A tree that has not grown is signed again after so long, so that all can see that the witness still looks; and once after each start.
    package static let again = Span.minutes(10)

    /// - Parameter send: posts a body to an address and gives the answer; throws when there is none.
    package init(
        database: any Database, verifier: VerifierKey, places: [Place], time: TimeSource,
        send: @escaping @Sendable (_ address: String, _ body: String) async throws -> Reply
    ) {
        self.database = database
        self.verifier = verifier
        self.places = places
        self.time = time
        started = Instant(seconds: time.now.seconds)
        self.send = send
    }

    /// What is kept of a witness that has signed a longer tree than there is here.
    package static let aheadFault = Fault.ahead.rawValue

    /// How a witness answered; the raw value stands in the database.
    enum Fault: String {
        case away, unknownLog = "unknown_log", refused, nonsense
        /// It has signed a longer tree of this log than there is here.
        case ahead
    }

    /// Asks each witness once. - Returns: how many have signed.
    @discardableResult
    package func round() async throws -> Int {
        let note = try await database.read { try TreeStore(transaction: $0).head().note }
        guard !places.isEmpty, !note.isEmpty else { return 0 }
        let signed = try SignedNote(parsing: note)
        let checkpoint = try Checkpoint(signed, signedBy: verifier)
        // Its own signature alone: others would be of the note that is there by then.
        let own = SignedNote(text: signed.text, signatures: signed.signatures.filter { $0.name == verifier.name })
        let answers = await withTaskGroup(of: Told.self) { group in
            for place in places { group.addTask { await ask(place, own, checkpoint) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        try await keep(answers, own, checkpoint)
        return answers.count { $0.signature != nil }
    }

    private struct Told: Sendable {
        let place: Place
        /// Of the tree that the witness signed last, as far as that is known.
        var size: Int
        var signature: SignedNote.Signature?
        var at: Instant?
        var fault: Fault?
    }

    private func ask(_ place: Place, _ note: SignedNote, _ checkpoint: Checkpoint) async -> Told {
        var told = Told(place: place, size: 0)
        do {
            let known = try await database.read { try WitnessStore($0).known(place.key.name) }
            told.size = known?.size ?? 0
            if told.size == checkpoint.size, let last = known?.cosigned, last >= started, time.now - last < Self.again {
                return told
            }
            // The second time with the size that the witness itself names.
            for _ in 0..<2 {
                guard told.size <= checkpoint.size else {
                    told.fault = .ahead
                    return told
                }
                let proof = try await LedgerReader(database: database)
                    .consistencyProof(from: told.size, to: checkpoint.size)
                let body = AddCheckpoint(oldSize: told.size, proof: proof, checkpoint: note).body
                let reply = try await send("\(place.address)/add-checkpoint", body)
                if let size = reply.conflictingSize, size != told.size {
                    told.size = size
                    continue
                }
                read(reply, of: note, checkpoint, &told)
                return told
            }
            told.fault = .nonsense
        } catch {
            told.fault = .away
        }
        return told
    }

    private func read(_ reply: Reply, of note: SignedNote, _ checkpoint: Checkpoint, _ told: inout Told) {
        switch reply.status {
        case 200:
            // What others have signed is passed over; what claims to be of this key must be.
            guard let answer = try? SignedNote(parsing: note.text + "\n" + reply.body),
                let at = try? told.place.key.time(on: answer),
                let signature = answer.signatures.last(where: { (try? told.place.key.time(on: note.adding($0))) == at })
            else {
                told.fault = .nonsense
                return
            }
            (told.size, told.signature, told.at) = (checkpoint.size, signature, at)
        case 404: told.fault = .unknownLog
        case 403, 409, 422: told.fault = .refused
        default: told.fault = .nonsense
        }
    }

    private func keep(_ answers: [Told], _ own: SignedNote, _ checkpoint: Checkpoint) async throws {
        try await database.write { transaction in
            let store = WitnessStore(transaction)
            for told in answers { try store.keep(told.place.key.name, told.size, told.at, told.fault?.rawValue) }
            let signatures = answers.compactMap(\.signature)
            guard !signatures.isEmpty else { return }
            try TreeStore(transaction: transaction).keepCosigned(own, signatures, checkpoint)
        }
    }
}

extension LogWitnesses.Reply {
    /// The size that a witness names because the old size was another one.
    fileprivate var conflictingSize: Int? {
        guard status == 409, type.hasPrefix("text/x.tlog.size"), body.hasSuffix("\n"),
            let size = Int(body.dropLast()), size >= 0, "\(size)\n" == body
        else { return nil }
        return size
    }
}

extension TreeStore {
    /// Keeps the newest checkpoint with its cosignatures, unless a later one is there.
    func keepCosigned(
        _ own: SignedNote, _ signatures: [SignedNote.Signature], _ checkpoint: Checkpoint
    ) throws {
        try lock()
        let head = try head()
        guard head.origin.map({ $0 == checkpoint.origin }) ?? true else { return }
        var kept: [SignedNote.Signature] = []
        if let old = try head.cosigned.map({ try SignedNote(parsing: $0) }) {
            guard try Checkpoint(text: old.text).size <= checkpoint.size else { return }
            // A witness that has not signed again has still signed this one.
            if old.text == own.text {
                kept = old.signatures.filter { held in
                    !own.signatures.contains(held)
                        && !signatures.contains { $0.name == held.name && $0.keyHash == held.keyHash }
                }
            }
        }
        let note = SignedNote(text: own.text, signatures: own.signatures + kept + signatures).description
        try transaction.run("UPDATE tree SET cosigned = \(note) WHERE id = 1")
    }
}
