import HouseKit
import Permits
import Policy
import Primitives
import Registration
import Storage
import Testing

/// Expects a value in the record of the person whose identifier is `subject`.
func expect(_ house: FaultHouse, _ field: FieldNumber, _ value: String, of subject: String) async throws {
    let id = try #require(SubjectID(subject))
    #expect(try await house.own(field, of: id) == value)
}

/// Expects that nothing of a person can be opened or found any more.
func expectErased(_ subject: SubjectID, in house: FaultHouse) async throws {
    let rows = try await house.house.gate.look { try SubjectStore($0).find(subject)?.state }
    #expect(rows == .erased)
    let keys = try await house.house.keyDatabase.read {
        try $0.count("SELECT count(*) FROM subject_key WHERE subject_id = \(subject)")
    }
    #expect(keys == 0)
    for table in [
        "registration", "address", "contact", "submission", "handover", "own_entry", "message", "document", "page",
    ] {
        let left = try await house.house.database.read {
            try $0.count(
                SQL(stringLiteral: "SELECT count(*) FROM \(table)") + "WHERE subject_id = \(subject)")
        }
        #expect(left == 0, "\(table)")
    }
}
