import Foundation
import HouseKit
import Policy
import TestKit

/// A policy whose policy.yml was changed in some places.
struct ChangedPolicy {
    enum Fault: Error {
        case notFound(String)
        case refused([Diagnostic])
    }

    /// The policy of the first operator with each `of` replaced by its `with`.
    static func read(_ changes: [(of: String, with: String)]) async throws -> PolicyDocument {
        try await withTemporaryFolder { folder in
            let policies = folder.appending(path: "policies")
            // Resolved, so that never a link is copied and the policy itself changed through it.
            let original = ExpectedPolicy.folder.deletingLastPathComponent().resolvingSymlinksInPath()
            try FileManager.default.copyItem(at: original, to: policies)
            let copy = policies.appending(path: "cantra")
            let file = copy.appending(path: "policy.yml")
            var text = try String(contentsOf: file, encoding: .utf8)
            for (old, new) in changes {
                guard text.contains(old) else { throw Fault.notFound(old) }
                text = text.replacing(old, with: new)
            }
            try text.write(to: file, atomically: true, encoding: .utf8)
            let reading = try PolicyFolder(path: copy.path).read()
            guard let document = reading.document else { throw Fault.refused(reading.errors) }
            return document
        }
    }

    /// Support may open names for identification too.
    static func widened() async throws -> PolicyDocument {
        try await read([
            (
                of: "- {acts: [openCase], purposes: [service], fields: [1, 2, 3]}",
                with: "- {acts: [openCase], purposes: [service, identification], fields: [1, 2, 3]}"
            )
        ])
    }

    /// Reviewers may not open given names any more.
    static func narrowed() async throws -> PolicyDocument {
        try await read([
            (
                of: "fields: [1, 2, 3, 6, 20, 21, 22, 23, 24, 25, 30, 31, 32, 33]\n        documents",
                with: "fields: [1, 3, 6, 20, 21, 22, 23, 24, 25, 30, 31, 32, 33]\n        documents"
            )
        ])
    }
}
