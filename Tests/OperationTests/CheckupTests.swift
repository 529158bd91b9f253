import Operation
import Primitives
import Testing

/// An installation at which nothing is wrong.
private func ready() -> OperatingFacts {
    let now = Instant(microseconds: 1_795_000_000_000_000)
    var facts = OperatingFacts(now: now, policyRegion: "KZ", site: "https://www.example.kz")
    facts.region = "KZ"
    facts.address = "Алматы, Абай даңғылы, 1"
    facts.transport = .behindProxy
    facts.sendsMail = true
    facts.sendsSMS = true
    facts.administrators = 2
    facts.reviewers = 2
    facts.keysCopied = now - .hours(3)
    facts.dataCopied = now - .hours(3)
    facts.clock = .synchronised
    facts.volumes = [.init(path: "/var/lib/saqta", free: 50_000_000_000, size: 100_000_000_000)]
    facts.imagingWorks = true
    facts.witnesses = [.init(name: "example.org/witness", signed: now - .minutes(29), isAhead: false)]
    facts.ledgerCopy = .init(folder: "/mnt/other/ledger", lacks: 0)
    return facts
}

extension OperatingFacts.DatabaseServer {
    /// A server at which one thing is wrong.
    fileprivate static func changed(_ change: (inout Self) -> Void) -> Self {
        var server = Self()
        change(&server)
        return server
    }
}

@Suite("An examination of the installation")
struct CheckupTests {
    @Test("finds nothing where nothing is wrong, and exits with 0")
    func fine() {
        let checkup = Checkup(ready())
        #expect(checkup.findings.filter { $0.gravity != .fine }.isEmpty)
        #expect(checkup.exitCode == 0)
        #expect(checkup.findings.allSatisfy { $0.advice == nil })
    }

    typealias Change = @Sendable (inout OperatingFacts) -> Void

    static let dangers: [(Finding.Subject, Change)] = [
        (.region, { $0.region = nil }), (.region, { $0.region = "NL" }), (.address, { $0.address = nil }),
        (.identity, { $0.placeholders = ["iin_or_bin"] }), (.site, { $0.site = "http://www.example.kz" }),
        (.transport, { $0.transport = .plain }), (.transport, { $0.transport = .ownTLS(until: $0.now + .days(13)) }),
        (.transport, { $0.transport = .ownTLS(until: $0.now - .seconds(1)) }), (.mail, { $0.sendsMail = false }),
        (.administrators, { $0.administrators = 0 }), (.reviewers, { $0.reviewers = 0 }),
        (.keys, { $0.keysLieWithData = true }), (.keyCopy, { $0.keysCopied = nil }),
        (.keyCopy, { $0.keysCopied = $0.now - .days(8) }), (.backup, { $0.dataCopied = nil }),
        (.backup, { $0.dataCopied = $0.now - .days(4) }),
        (.backup, { $0.backupTrouble = .failed }), (.backup, { $0.backupTrouble = .damaged }),
        (.hold, { $0.heldSince = $0.now - .hours(2) }),
        (.permissions, { $0.exposed = ["/var/lib/saqta/data"] }),
        (.disk, { $0.volumes = [.init(path: "/", free: 900_000_000, size: 9_000_000_000)] }),
        (.database, { $0.rows = .changed { $0.isOverheard = true } }),
        (.database, { $0.rows = .changed { $0.mayLoseAtFailOver = true } }),
        (.database, { $0.rows = .changed { $0.isOpenedByOneRole = true } }),
        (.documents, { $0.documents.fault = "the S3 service cannot be reached" }),
        (.documents, { $0.documents.bucket = "s3://documents/a" }),
        (.documents, { $0.documents = .init(bucket: "s3://documents/a", country: "NL") }),
        (
            .keyService,
            { $0.keyService = .init(name: "https://bao.example.kz/v1/transit/keys/saqta", fault: "is sealed") }
        ),
        (.deletions, { $0.undeleted = 2 }), (.imaging, { $0.imagingWorks = false }),
        (.imaging, { $0.imagingWorks = nil }),
        (.evidence, { $0.evidenceWaits = .seconds(61) }), (.evidence, { $0.ledgerContinues = false }),
        (.ledgerCopy, { $0.ledgerCopy = .init(folder: "/mnt", lacks: 3) }),
        (.ledgerCopy, { $0.ledgerCopy = .init(folder: "/mnt", lacks: nil) }),
        (.witness, { $0.witnesses = [.init(name: "w/1", signed: nil, isAhead: false)] }),
        (.witness, { $0.witnesses = [.init(name: "w/1", signed: $0.now - .minutes(31), isAhead: false)] }),
        (.witness, { $0.witnesses.append(.init(name: "w/2", signed: $0.now, isAhead: true)) }),
    ]

    @Test("names each danger with what to do, and exits with 2", arguments: dangers)
    func danger(subject: Finding.Subject, change: Change) {
        var facts = ready()
        change(&facts)
        let checkup = Checkup(facts)
        let found = checkup.findings.filter { $0.gravity != .fine }
        #expect(found.map(\.id) == [subject])
        #expect(found.allSatisfy { $0.gravity == .danger && $0.advice != nil })
        #expect(checkup.exitCode == 2)
    }

    static let notices: [(Finding.Subject, Change)] = [
        (.documents, { $0.documents = .init(bucket: "s3://documents/a", country: "KZ", keepsVersions: true) }),
        (.sms, { $0.sendsSMS = false }), (.administrators, { $0.administrators = 1 }),
        (.reviewers, { $0.reviewers = 1 }), (.user, { $0.runsAsRoot = true }),
        (.backup, { $0.dataCopied = $0.now - .hours(30) }), (.clock, { $0.clock = .free }),
        (.clock, { $0.clock = .unknown }), (.messages, { $0.unsentMessages = 3 }), (.jobs, { $0.stuckJobs = 1 }),
        (.witness, { $0.witnesses = [] }), (.ledgerCopy, { $0.ledgerCopy = nil }),
        (.witness, { $0.witnesses.append(.init(name: "w/2", signed: nil, isAhead: false)) }),
        (.disk, { $0.volumes = [.init(path: "/", free: 4_000_000_000, size: 20_000_000_000)] }),
        (.transport, { $0.transport = .ownTLS(until: nil) }),
        (.database, { $0.rows = .changed { $0.holdsKeysToo = true } }),
    ]

    @Test("remarks what works but could be safer, and exits with 1", arguments: notices)
    func notice(subject: Finding.Subject, change: Change) {
        var facts = ready()
        change(&facts)
        let checkup = Checkup(facts)
        #expect(checkup.findings.filter { $0.gravity != .fine }.map(\.id) == [subject])
        #expect(checkup.exitCode == 1)
    }

    @Test("says once what it means that one person works alone, and misses no second reviewer then")
    func singleHanded() {
        var facts = ready()
        facts.administrators = 1
        facts.reviewers = 1
        facts.isSingleHanded = true
        let found = Checkup(facts).findings.filter { $0.gravity != .fine }
        #expect(found.map(\.id) == [.administrators])
        #expect(found.first?.found[.en].contains("acts twice") == true)
        #expect(Checkup(facts).exitCode == 1)
    }

    @Test("does not miss text messages where no telephone is asked for")
    func withoutTelephone() {
        var facts = ready()
        facts.asksTelephone = false
        facts.sendsSMS = false
        #expect(Checkup(facts).exitCode == 0)
    }

    @Test("takes a trial on this machine for no danger of the way")
    func trial() {
        var facts = ready()
        facts.site = "http://127.0.0.1:8080"
        facts.transport = .plain
        #expect(Checkup(facts).exitCode == 1)
    }
}
