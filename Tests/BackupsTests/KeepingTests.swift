import Primitives
import Testing

@testable import Backups

@Suite("Sets in a folder")
struct KeepingTests {
    private static let now = Instant(seconds: 1_795_511_100)
    private static let instance = "1f6a03c2" + String(repeating: "0", count: 24)

    private static func name(_ set: BackupSet, days: Int, of instance: String = instance) -> BackupName {
        BackupName(set, instance: instance, made: now - .days(days))
    }

    private static func ended(_ names: [BackupName], _ rule: BackupKeeping.Rule = .span(.days(30))) -> Set<BackupName> {
        Set(BackupKeeping(data: rule).ended(names, instance: instance, at: now))
    }

    @Test("of keys end after seven days, sets of data after the time that is set")
    func span() {
        let names = [0, 6, 7, 8, 30, 31].flatMap { days in BackupSet.allCases.map { Self.name($0, days: days) } }
        #expect(
            Self.ended(names)
                == [
                    Self.name(.data, days: 31), Self.name(.keys, days: 8), Self.name(.keys, days: 30),
                    Self.name(.keys, days: 31),
                ])
    }

    @Test("are never the newest of their kind, however old")
    func newest() {
        let names = BackupSet.allCases.map { Self.name($0, days: 400) }
        #expect(Self.ended(names).isEmpty)
        #expect(Self.ended(names, .count(1)).isEmpty)
    }

    @Test("of data end by count where a count is set")
    func count() {
        let names = (0..<5).map { Self.name(.data, days: $0) }
        #expect(Self.ended(names.shuffled(), .count(3)) == [names[3], names[4]])
    }

    @Test("of another installation are let alone")
    func others() {
        let other = "ffffffff" + String(repeating: "0", count: 24)
        let names = [0, 100].flatMap { days in BackupSet.allCases.map { Self.name($0, days: days, of: other) } }
        #expect(Self.ended(names + [Self.name(.keys, days: 0)]).isEmpty)
    }

    @Test("that a wrong clock has put into the future end nothing too early")
    func future() {
        let names = [Self.name(.keys, days: -400), Self.name(.keys, days: 0), Self.name(.keys, days: 1)]
        #expect(Self.ended(names).isEmpty)
    }

    @Test(
        "are kept by days or by count",
        arguments: [("30d", true), ("12", true), ("0", false), ("d", false), ("-3d", false), ("1w", false)])
    func rules(text: String, isRule: Bool) {
        #expect((BackupKeeping.Rule(text) != nil) == isRule)
    }

    @Test("have names that are read back")
    func names() throws {
        let name = Self.name(.data, days: 0)
        #expect(name.description == "saqta-data-1f6a03c2-20261124T090500Z.age")
        #expect(BackupName(name.description) == name)
    }

    @Test(
        "have no other names",
        arguments: [
            "saqta-data-1f6a03c2-20261124T090500Z.age.part", ".saqta-data-1f6a03c2-20261124T090500Z.age",
            "saqta-data-20261124T090500Z.age", "saqta-rows-1f6a03c2-20261124T090500Z.age",
            "saqta-data-1f6a03c2-20261324T090500Z.age", "saqta-data-1f6a03c2-20261124T990500Z.age",
            "saqta-data-1F6A03C2-20261124T090500Z.age",
        ])
    func otherNames(file: String) {
        #expect(BackupName(file) == nil)
    }
}

@Suite("The record of backups")
struct BackupRecordsTests {
    @Test("keeps the newest hundred and tells when the last of each kind was made")
    func newest() throws {
        var records = BackupRecords()
        #expect(records.newest(.data) == nil)
        for second in 1...150 {
            records.add(
                .init(
                    at: Instant(seconds: Int64(second)), set: second % 2 == 0 ? .data : .keys, target: "folder",
                    ledger: 5,
                    octets: 100))
        }
        let read = try BackupRecords(file: try records.file)
        #expect(read == records)
        #expect(read.backups.count == 100)
        #expect(read.newest(.data) == Instant(seconds: 150))
        #expect(read.newest(.keys) == Instant(seconds: 149))
    }

    @Test("tells how the last run ended, and can be read from before that was noted")
    func last() throws {
        var records = try BackupRecords(file: Bytes(#"{"backups":[]}"#.utf8))
        #expect(records.last == nil)
        records.note(.failed, at: Instant(seconds: 1))
        records.note(.damaged, at: Instant(seconds: 2))
        let read = try BackupRecords(file: try records.file)
        #expect(read.last?.outcome == .damaged)
        #expect(read.last?.at == 2_000_000)
    }
}
