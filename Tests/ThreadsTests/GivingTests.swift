import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import TestKit
import Testing

@testable import Threads

@Suite("A thread, from one to another,")
struct GivingTests {
    @Test(
        "is given to a colleague, whom the entry names beside who gave it; a closed one is not",
        arguments: Engine.available)
    func given(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let desk = threads.desk
            try await threads.write("Кім жауап береді?")
            let id = try #require(try await desk.queue().first?.id)
            let colleague = SubjectID(from: .system)
            try await desk.give(id, to: colleague, by: ThreadsHouse.support)
            #expect(try await desk.find(id).assignee == colleague)
            let entry = try #require(try await threads.entries(.takeThread).first)
            let gate = threads.house.gate
            let giver = try #require(ThreadsHouse.support.person)
            #expect(entry.note["holder"] == gate.pseudonym(of: colleague))
            #expect(entry.actor.contains(gate.pseudonym(of: giver)))
            try await desk.close(id, by: ThreadsHouse.support)
            await #expect(throws: ThreadsRefusal.noThread) {
                try await desk.give(id, to: giver, by: ThreadsHouse.support)
            }
            #expect(try await desk.find(id).assignee == colleague)
        }
    }
}
