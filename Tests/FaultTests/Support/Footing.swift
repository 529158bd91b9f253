import S3Kit
import TestKit
import Testing

/// What a house stands on while a scenario is played.
enum Footing: String, Sendable, CaseIterable {
    /// Rows and keys in files of SQLite, objects in a folder.
    case files
    /// Rows and keys in PostgreSQL, each in a place of its own; objects in a folder.
    case postgres
    /// Objects with an S3 service; rows and keys in files of SQLite.
    case s3

    static var available: [Footing] {
        allCases.filter { footing in
            switch footing {
            case .files: true
            case .postgres: Engine.available.contains(.postgres)
            case .s3: S3Server.isThere
            }
        }
    }

    /// What is played on it: with another store of objects, what has to do with objects.
    var scenarios: [Scenario] { self == .s3 ? Scenario.all.filter(\.hasObjects) : Scenario.all }
}

/// A scenario on a footing.
struct FaultCase: Sendable, CustomTestStringConvertible {
    let scenario: Scenario
    let footing: Footing

    static let all = Footing.available.flatMap { footing in
        footing.scenarios.map { FaultCase(scenario: $0, footing: footing) }
    }

    var testDescription: String { "\(scenario.name), \(footing.rawValue)" }
}
