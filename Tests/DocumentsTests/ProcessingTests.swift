import Blobs
import Documents
import HouseKit
import Permits
import Policy
import Primitives
import TestKit
import Testing

@Suite("Pages of documents")
struct ProcessingTests {
    private static let interpreter = DocumentInterpreter { pages, _ in
        let line = pages.first?.lines.reveal().first?.text ?? ""
        return DocumentReading(
            values: [.init(24, line, confidence: 90), .init(1, "not to be read off a document", confidence: 99)])
    }

    @Test("are made, sealed and shown to the person, with an entry for each act", arguments: Engine.available)
    func ready(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            let file = Files.jpeg(250_000)
            let sent = try await house.send(file, by: person)
            let outcomes = try await house.processing(.slicing, Self.interpreter).work()
            #expect(outcomes == [.ready])
            let document = try #require(try await house.documents(of: person).first)
            #expect(document.state == .ready)
            #expect(document.pages == 3)
            #expect(document.type == .jpeg)
            #expect(document.hints == [PageHint(.blurred, page: 1), PageHint(.metadata)])

            let access = try house.access()
            let viewing = try #require(try await access.viewOwn(person.subject, session: person.session)).id
            let page = try await access.page(
                3, of: sent.id, .image, in: viewing, of: person.subject,
                for: .subject(person.subject, session: person.session))
            var image = Bytes()
            for try await piece in page.pieces { image += piece.reveal() }
            #expect(image == Bytes(file[200_000...].reversed()))
            await #expect(throws: GateRefusal.self) {
                _ = try await access.page(
                    3, of: sent.id, .image, in: viewing, of: person.subject,
                    for: .subject(person.subject, session: [1]))
            }
            let acts = try await house.acts(on: person)
            for act in ["uploadDocument", "renderDocument", "readFromDocument", "readOwnDocument"] {
                #expect(acts.filter { $0 == act }.count == 1, "\(act)")
            }
        }
    }

    @Test("what was read opens for those whom the policy lets, and only fields that it lets be read off")
    func reading() async throws {
        try await DocumentHouse.run(on: .sqlite) { house in
            let person = try await house.person()
            let sent = try await house.send(Files.jpeg(1_000), by: person)
            try await house.processing(.slicing, Self.interpreter).work()
            let ask = Ask(
                .readOwn, by: .subject(person.subject, session: person.session), on: person.subject,
                for: .identification, fields: [20, 21, 22, 23, 24])
            let reading = try await house.access().readings(ask, of: [sent.id])[sent.id]
            #expect(reading?.reveal().values == [DocumentReading.Value(24, "Үлгіева", confidence: 90)])
            #expect("\(try #require(reading))" == "•••")
            let marketer = Ask(
                .readOwn, by: Actor("marketer", person: person.subject, session: person.session),
                on: person.subject, for: .identification, fields: [24])
            await #expect(throws: GateRefusal.self) {
                _ = try await house.access().readings(marketer, of: [sent.id])
            }
        }
    }

    @Test("a file that cannot be taken is refused with its reason, and its object goes", arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.send(Files.jpeg(1_000), by: person)
            let outcomes = try await house.processing(.failing(PageFailure.refused(.encrypted))).work()
            #expect(outcomes == [.refused])
            let document = try #require(try await house.documents(of: person).first)
            #expect(document.state == .refused)
            #expect(document.refusal == .encrypted)
            try await house.sweep().deleteAbandoned()
            let files = try house.files()
            #expect(files.isEmpty)
        }
    }

    @Test("wait, unblamed, while the reader cannot be started, and are made once it can", arguments: Engine.available)
    func waiting(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.send(Files.jpeg(1_000), by: person)
            let broken = try house.processing(.failing(PageFailure.unavailable))
            for _ in 0..<10 {
                #expect(try await broken.work() == [.again])
                #expect(try await broken.work() == [])
                house.clock.advance(by: .minutes(1))
            }
            #expect(!broken.reader.isAvailable && broken.reader.news() == false && broken.reader.news() == nil)
            let row = try #require(try await house.documents(of: person).first)
            #expect(row.state == .received && row.refusal == nil)
            // None of its three tries is spent.
            let other = try house.processing(.failing(PageFailure.failed))
            #expect(try await other.work() == [.again])
            house.clock.advance(by: .minutes(1))
            let mended = try house.processing(.slicing)
            #expect(try await mended.work() == [.ready] && mended.reader.isAvailable)
        }
    }

    @Test("three tries that fail make a file unreadable", arguments: Engine.available)
    func unreadable(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.send(Files.jpeg(1_000), by: person)
            let processing = try house.processing(.failing(PageFailure.failed))
            for expected in [DocumentProcessing.Outcome.again, .again, .refused] {
                let outcomes = try await processing.work()
                #expect(outcomes == [expected])
                let outcomesAtOnce = try await processing.work()
                #expect(outcomesAtOnce.isEmpty)
                house.clock.advance(by: .minutes(1))
            }
            let document = try #require(try await house.documents(of: person).first)
            #expect(document.refusal == .unreadable)
        }
    }

    @Test("a lack of means does not count as a try")
    func lackOfMeans() async throws {
        try await DocumentHouse.run(on: .sqlite) { house in
            let person = try await house.person()
            try await house.send(Files.jpeg(1_000), by: person)
            let processing = try house.processing(.failing(CancellationError()))
            for _ in 0..<5 {
                let outcomes = try await processing.work()
                #expect(outcomes == [.again])
                house.clock.advance(by: .minutes(1))
            }
            let outcomes = try await house.processing(.slicing).work()
            #expect(outcomes == [.ready])
        }
    }

    @Test("are not made while the person's data are blocked")
    func blocked() async throws {
        try await DocumentHouse.run(on: .sqlite) { house in
            let person = try await house.person()
            try await house.send(Files.jpeg(1_000), by: person)
            try await house.house.gate.perform { try SubjectStore($0).setState(.blocked, of: person.subject) }
            var outcomes = try await house.processing(.slicing).work()
            #expect(outcomes == [.again])
            let pages = try await house.house.count("page")
            #expect(pages == 0)
            try await house.house.gate.perform { try SubjectStore($0).setState(.living, of: person.subject) }
            house.clock.advance(by: .hours(2))
            outcomes = try await house.processing(.slicing).work()
            #expect(outcomes == [.ready])
        }
    }

    @Test(
        "that cannot be made for long are told to an administrator, and are made when that is over",
        arguments: Engine.available)
    func stuck(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.send(Files.jpeg(1_000), by: person)
            try await house.house.gate.perform { try SubjectStore($0).setState(.blocked, of: person.subject) }
            let room = DocumentStore.stuckRoom
            for _ in 0..<8 {
                #expect(try await house.house.gate.look { try room.count($0) } == 0)
                #expect(try await house.processing(.slicing).work() == [.again])
                house.clock.advance(by: .seconds(3_599))
                #expect(try await house.processing(.slicing).work() == [])
                house.clock.advance(by: .seconds(1))
            }
            let job = try #require(try await house.house.gate.look { try room.list(10, $0) }.first)
            #expect(job.kind == .reading && job.tries == 8 && job.fault == "blocked")
            #expect(house.clock.now - job.since == .hours(8))

            try await house.house.gate.perform { try SubjectStore($0).setState(.living, of: person.subject) }
            let now = house.clock.now
            try await house.house.gate.perform { try room.again(job.id, now, $0) }
            #expect(try await house.processing(.slicing).work() == [.ready])
            #expect(try await house.house.gate.look { try room.count($0) } == 0)
        }
    }

    @Test("are given up: the file is refused as unreadable", arguments: Engine.available)
    func givenUp(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.send(Files.jpeg(1_000), by: person)
            let broken = try house.processing(.failing(BlobError.unavailable("away")))
            for _ in 0..<8 {
                #expect(try await broken.work() == [.again])
                house.clock.advance(by: .minutes(5))
            }
            let room = DocumentStore.stuckRoom
            let job = try #require(try await house.house.gate.look { try room.list(10, $0) }.first)
            #expect(job.fault == "store_unavailable")
            let now = house.clock.now
            try await house.house.gate.perform { try room.giveUp(job.id, now, $0) }
            #expect(try await house.processing(.slicing).work() == [.refused])
            #expect(try await house.documents(of: person).first?.refusal == .unreadable)
        }
    }

    @Test("several workers make the pages of each document once", arguments: Engine.available)
    func once(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            for _ in 0..<6 { try await house.send(Files.jpeg(1_000), .address, by: person) }
            async let one = house.processing(.slicing).work()
            async let two = house.processing(.slicing).work()
            var outcomes = try await one + two
            // Workers that wait for each other on one person may put a document off; it is done later, and once.
            while outcomes.filter({ $0 == .ready }).count < 6, outcomes.count < 30 {
                house.clock.advance(by: .hours(2))
                outcomes += try await house.processing(.slicing).work()
            }
            #expect(outcomes.filter { $0 == .ready }.count == 6)
            let pages = try await house.house.count("page")
            #expect(pages == 6)
        }
    }

    @Test("of a document that takes long are made by one worker, which holds it as long", arguments: Engine.available)
    func held(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.send(Files.jpeg(1_000), by: person)
            let maker = PageMaker { request, pull, deliver in
                for _ in 0..<3 {
                    house.clock.advance(by: .seconds(31))
                    try await house.untilHeld(person)
                    let others = try await house.processing(.slicing).work()
                    #expect(others.isEmpty)
                }
                return try await PageMaker.slicing.make(request, pull, deliver)
            }
            let outcomes = try await house.processing(maker, renewal: .milliseconds(1)).work()
            #expect(outcomes == [.ready])
        }
    }

    @Test("of a document whose worker has died are made by another half a minute later", arguments: Engine.available)
    func died(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.send(Files.jpeg(1_000), by: person)
            let dying = Task { [house] in
                try await house.processing(
                    PageMaker { _, _, _ in
                        try await Task.sleep(for: .seconds(3_600))
                        throw PageFailure.failed
                    }
                ).work()
            }
            try await house.untilHeld(person)
            var outcomes = try await house.processing(.slicing).work()
            #expect(outcomes.isEmpty)
            house.clock.advance(by: DocumentProcessing.claim)
            outcomes = try await house.processing(.slicing).work()
            #expect(outcomes == [.ready])
            dying.cancel()
            _ = await dying.result
            let pages = try await house.house.count("page")
            #expect(pages == 1)
        }
    }

    @Test("a document that is changed on the disk is not opened, and ends as unreadable")
    func tampered() async throws {
        try await DocumentHouse.run(on: .sqlite) { house in
            let person = try await house.person()
            let document = try await house.send(Files.jpeg(100_000), by: person)
            let blob = try #require(document.blob)
            try house.flipOctet(of: blob)
            let processing = try house.processing(.slicing)
            for _ in 0..<3 {
                try await processing.work()
                house.clock.advance(by: .minutes(1))
            }
            let row = try #require(try await house.documents(of: person).first)
            #expect(row.refusal == .unreadable)
            let pages = try await house.house.count("page")
            #expect(pages == 0)
        }
    }

    @Test("made while the person takes the document out are nobody's, and go after a day", arguments: Engine.available)
    func overtaken(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            let document = try await house.send(Files.jpeg(1_000), by: person)
            let maker = PageMaker { request, pull, deliver in
                let report = try await PageMaker.slicing.make(request, pull, deliver)
                try await house.intake().remove(document.id, of: person.subject, session: person.session)
                return report
            }
            let outcomes = try await house.processing(maker).work()
            #expect(outcomes == [.overtaken])
            try await house.sweep().deleteAbandoned()
            let left = try house.files()
            #expect(left.count == 2)
            house.clock.advance(by: .days(2))
            try await house.sweep().deleteAbandoned()
            let files = try house.files()
            #expect(files.isEmpty)
        }
    }
}
