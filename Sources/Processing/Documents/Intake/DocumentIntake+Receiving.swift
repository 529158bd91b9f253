import Blobs
import Crypto
import Permits
import Policy
import Primitives
import Storage

extension DocumentIntake {
    /// From which octet on an upload goes on. A request that still holds the upload, on a connection that was cut, is ended.
    ///
    /// - Throws: ``IntakeRefusal/busy`` while a piece is being written, or another process holds the upload.
    package func offset(_ upload: DocumentID, of subject: SubjectID) async throws -> Int {
        if let receiver = receivers[upload] {
            guard let work = receiver.end() else { throw IntakeRefusal.busy }
            try await letGo(receiver, after: work)
        }
        let (row, isHeld) = try await find(upload, of: subject)
        if row.sealedLength != nil, let length = row.length { return length }
        guard !isHeld else { throw IntakeRefusal.busy }
        return try await durableOffset(row)
    }

    /// Takes some of an upload's octets, from `offset` on; what has come is durable when this ends, also by an error.
    ///
    /// - Returns: the offset from which the upload goes on; the announced length when all is there.
    /// - Throws: ``IntakeRefusal/offset(actual:)``, ``IntakeRefusal/busy``, ``IntakeRefusal/file(_:most:)`` (the upload has
    ///   ended then), ``IntakeRefusal/longerThanAnnounced``, ``IntakeRefusal/otherContent``; what the body throws.
    @discardableResult
    package func append<Body: AsyncSequence>(
        to upload: DocumentID, of subject: SubjectID, at offset: Int, _ body: Body
    ) async throws -> Int where Body.Element == Bytes {
        let receiver = try await open(upload, of: subject, at: offset)
        do {
            for try await chunk in body { try await write(chunk, to: receiver) }
            return try await close(receiver, isAll: true)
        } catch {
            // A task that was cancelled must still make durable what came, and let go.
            try await Task { try await abort(receiver, after: error) }.value
            throw error
        }
    }

    /// Takes one chunk.
    private func write(_ chunk: Bytes, to receiver: Receiver) async throws {
        var start = 0
        while start < chunk.count {
            let end = min(start + Receiver.Work.piece, chunk.count)
            let piece = end - start == chunk.count ? chunk : Bytes(chunk[start..<end])
            start = end
            try await receiver.work { work in
                try await renew(receiver, &work)
                try await work.take(piece, announced: receiver.announced, rule: receiver.rule)
            }
        }
    }

    /// Holds an upload for one request.
    private func open(_ upload: DocumentID, of subject: SubjectID, at offset: Int) async throws -> Receiver {
        guard receivers[upload] == nil else { throw IntakeRefusal.busy }
        let sealer = try await gate.sealer(for: subject)
        let (row, turn, policy) = try await take(upload, of: subject)
        do {
            guard let blob = row.blob, let kind = policy.document.documentKind(row.kind) else {
                throw IntakeRefusal.notFound
            }
            let begun = try await sealing.resume(sealer, blob, blobs)
            guard (begun?.offset ?? 0) == offset else { throw IntakeRefusal.offset(actual: begun?.offset ?? 0) }
            let work: Receiver.Work
            if let begun {
                work = Receiver.Work(
                    begun.seal, try await blobs.resume(blob), row: row, resumedAt: offset, at: time.now)
            } else {
                // Not even the header came through: the object has no content that could be lost.
                try await blobs.remove(blob)
                work = Receiver.Work(
                    try sealing.begin(sealer, blob), try await blobs.begin(blob), row: row, resumedAt: nil, at: time.now
                )
            }
            let receiver = Receiver(
                upload: upload, subject: subject, turn: turn, announced: row.announced,
                rule: Receiver.Rule(accepted: kind.accepted, limits: policy.document.limits), work: work)
            guard receivers.enter(receiver) else { throw IntakeRefusal.busy }
            return receiver
        } catch {
            try await letGo(upload, of: subject, turn: turn)
            throw error
        }
    }

    /// Ends a request: makes durable what came, and the last segment when that was all.
    private func close(_ receiver: Receiver, isAll: Bool) async throws -> Int {
        guard var work = receiver.end() else { throw IntakeRefusal.busy }
        let isWhole = isAll && work.position == receiver.announced ?? work.position
        guard isWhole else {
            try await work.makeDurable()
            try await letGo(receiver)
            return try await durableOffset(try await find(receiver.upload, of: receiver.subject).row)
        }
        do {
            try await work.finish(rule: receiver.rule)
        } catch {
            try await abort(receiver, after: error)
            throw error
        }
        try await seal(
            receiver, length: work.position, sealedLength: await work.writer.length,
            digest: work.digest.map { Bytes($0.finalize()) })
        receivers.leave(receiver)
        return work.position
    }

    private func abort(_ receiver: Receiver, after error: any Error) async throws {
        if case IntakeRefusal.file = error {
            _ = receiver.end()
            receivers.leave(receiver)
            return try await abandon(receiver.upload, of: receiver.subject)
        }
        try await letGo(receiver, after: receiver.end())
    }

    /// Makes durable what came, and lets go; when it cannot be made durable too, since nobody could go on otherwise before
    /// this process ends.
    private func letGo(_ receiver: Receiver, after work: Receiver.Work?) async throws {
        do {
            var work = work
            try await work?.makeDurable()
        } catch {
            try await letGo(receiver)
            throw error
        }
        try await letGo(receiver)
    }

    private func durableOffset(_ row: DocumentRow) async throws -> Int {
        guard let blob = row.blob else { throw IntakeRefusal.notFound }
        let sealer = try await gate.sealer(for: row.subject)
        return try await sealing.resume(sealer, blob, blobs)?.offset ?? 0
    }
}
