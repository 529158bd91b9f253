import HouseKit
import Messages
import Permits
import Policy
import Primitives
import TestKit
import Testing
import Threads

extension Walk {
    private static let mostThreads = 3

    /// Somebody and the operator write to each other, or read what was written.
    mutating func correspond() async throws {
        guard let subject = pick(), let person = model.persons[subject] else { return }
        let thread = person.threads.isEmpty ? nil : dice.roll(0...person.threads.count - 1)
        switch (dice.roll(0...3), thread) {
        case (0, let thread?): try await answer(subject, in: thread)
        case (1, let thread?): try await readOwn(thread, of: subject)
        case (2, let thread?): try await openThread(thread, of: subject)
        default:
            let isNew = person.threads.count < Self.mostThreads && dice.roll(0...2) == 0
            try await write(subject, in: isNew ? nil : thread)
        }
    }

    /// Counted from nought in the model, from one in the house.
    private mutating func write(_ subject: SubjectID, in thread: Int?) async throws {
        let (words, desk) = ("Сәлем! \(marker())", world.threads)
        let may = model.allows(Wish.writing, on: subject, at: clock.now)
        let done = try await attempt("writes a message", subject, may: may) {
            try await desk.write(words, in: thread.map { $0 + 1 }, of: subject, session: $0.session)
        }
        guard done else { return }
        if let thread {
            model.persons[subject]?.threads[thread].append(words)
        } else {
            model.persons[subject]?.threads.append([words])
        }
    }

    private mutating func answer(_ subject: SubjectID, in thread: Int) async throws {
        let (words, desk) = ("Жауап: \(marker())", world.threads)
        let id = try await place(of: thread, subject)
        let may = model.allows(Wish.writing, on: subject, at: clock.now)
        let done = try await attempt("support answers", subject, may: may) {
            try await desk.answer(id, words: words, by: Wish.staff("support", $0.session))
        }
        // The message that tells of it.
        try await world.house.courier.round()
        if done { model.persons[subject]?.threads[thread].append(words) }
    }

    private mutating func readOwn(_ thread: Int, of subject: SubjectID) async throws {
        let (desk, expected, story) = (world.threads, model.persons[subject]?.threads[thread], story)
        let may = model.allows(Wish.readingThread, on: subject, at: clock.now)
        _ = try await attempt(Wish.readingThread.name, subject, may: may) {
            let found = try await desk.read(thread + 1, of: subject, session: $0.session)
            #expect(found.messages.map { $0.words.reveal() } == expected, "\(story)")
        }
    }

    private mutating func openThread(_ thread: Int, of subject: SubjectID) async throws {
        let (desk, expected, story) = (world.threads, model.persons[subject]?.threads[thread], story)
        let id = try await place(of: thread, subject)
        let may = model.allows(Wish.openingThread, on: subject, at: clock.now)
        _ = try await attempt(Wish.openingThread.name, subject, may: may) {
            let found = try await desk.open(id, by: Wish.staff("support", $0.session))
            #expect(found.messages.map { $0.words.reveal() } == expected, "\(story)")
        }
    }

    private func place(of thread: Int, _ subject: SubjectID) async throws -> ThreadID {
        try #require(try await world.threads.own(subject).first { $0.number == thread + 1 }?.id)
    }
}
