import Permits
import Policy
import Primitives
import Storage

/// Where an administrator sees to jobs that do not come to their end by themselves: tries them again, or gives them up
/// with a reason. Each such act is an entry.
package struct StuckDesk: Sendable {
    let gate: Gate
    let rooms: [StuckRoom]
    let time: TimeSource

    package init(gate: Gate, rooms: [StuckRoom], time: TimeSource) {
        self.gate = gate
        self.rooms = rooms
        self.time = time
    }

    /// The oldest of each queue, the oldest of all first.
    package func jobs(most: Int = 100) async throws -> [StuckJob] {
        try await gate.look { [rooms] transaction in
            try rooms.flatMap { try $0.list(most, transaction) }
        }.sorted { ($0.since, $0.id.description) < ($1.since, $1.id.description) }
    }

    /// How many there are in each queue.
    package func counts() async throws -> [(kind: StuckJob.Kind, count: Int)] {
        try await gate.look { [rooms] transaction in
            try rooms.map { ($0.kind, try $0.count(transaction)) }
        }
    }

    /// One of them.
    ///
    /// - Throws: ``StuckRefusal/gone``.
    package func job(_ kind: StuckJob.Kind, _ id: Identifier<StuckJob>) async throws -> StuckJob {
        let room = try room(kind)
        guard let job = try await gate.look({ try room.find(id, $0) }) else { throw StuckRefusal.gone }
        return job
    }

    /// Lets one be tried from now on as if it had never failed.
    ///
    /// - Throws: ``StuckRefusal``.
    package func again(_ kind: StuckJob.Kind, _ id: Identifier<StuckJob>, by actor: Actor) async throws {
        try await act("retry_job", on: kind, id, by: actor) { room, now, transaction in
            try room.again(id, now, transaction)
        }
    }

    /// Gives one up, for a reason that its kind has.
    ///
    /// - Throws: ``StuckRefusal``.
    package func giveUp(
        _ kind: StuckJob.Kind, _ id: Identifier<StuckJob>, because reason: StuckJob.GivingUp, by actor: Actor
    ) async throws {
        guard kind.groundsToGiveUp.contains(reason) else { throw StuckRefusal.mustBeDone }
        try await act("give_up_job", on: kind, id, by: actor, note: ["reason": reason.rawValue]) {
            room, now, transaction in
            try room.giveUp(id, now, transaction)
        }
    }

    private func room(_ kind: StuckJob.Kind) throws(StuckRefusal) -> StuckRoom {
        guard let room = rooms.first(where: { $0.kind == kind }) else { throw .gone }
        return room
    }

    private func act(
        _ name: String, on kind: StuckJob.Kind, _ id: Identifier<StuckJob>, by actor: Actor,
        note: [String: String] = [:],
        _ change: @escaping @Sendable (StuckRoom, Instant, any Transaction) throws -> Void
    ) async throws {
        let (room, now) = (try room(kind), time.now)
        try await gate.perform { [gate] transaction in
            guard try StaffStore(transaction).isAdministrator(actor) else { throw StuckRefusal.notAdministrator }
            guard let job = try room.find(id, transaction) else { throw StuckRefusal.gone }
            try change(room, now, transaction)
            let known = [
                "queue": kind.rawValue, "job": id.description, "tries": "\(job.tries)", "fault": job.fault,
            ]
            try gate.appendOperation(name, by: actor, note: known.merging(note) { $1 }, in: transaction)
        }
    }
}

/// Why nothing was done about a stuck job.
package enum StuckRefusal: Refusal, Hashable {
    /// It has come to its end meanwhile, or somebody else has seen to it.
    case gone
    /// The law wants it done: it cannot be given up, or not for this reason.
    case mustBeDone
    case notAdministrator

    package var kind: RefusalKind {
        switch self {
        case .gone: .conflict
        case .mustBeDone: .invalid
        case .notAdministrator: .forbidden
        }
    }
}
