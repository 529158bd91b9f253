import Crypto
import Permits
import Policy
import Primitives
import Staffing
import Storage

/// Where the next edition is drafted in the office: the files of a policy, saved revision by revision.
///
/// There is one draft. After its publication it goes on as the draft of the edition that follows.
package struct DraftDesk: Sendable {
    let publication: PublicationDesk
    var gate: Gate { publication.gate }

    /// The longest file, in octets.
    package static let longest = 262_144

    /// Something of the draft that is edited as one.
    package enum Place: Sendable, Hashable {
        case file(String)
        /// The text of a clause in all languages.
        case clause(ClauseID)
    }

    /// The draft as it is now, held against the edition in force.
    package struct Standing: Sendable {
        package let inForce: Edition
        package let files: [DraftFile]
        package let folder: PolicyFolder
        /// Errors first, then warnings, each in the order of files and lines.
        package let diagnostics: [Diagnostic]
        /// What would change, as far as the draft can be read.
        package let difference: EditionDifference?
        /// What would be proposed; nil while it has errors or changes nothing.
        package let change: PublicationDesk.Change?
        /// Something is proposed already.
        package let isProposed: Bool
    }

    /// The draft; nil while none was begun.
    package func standing() async throws -> Standing? {
        let (inForce, files, isProposed) = try await gate.look { [gate] transaction in
            (
                try gate.book.inForce(in: transaction), try DraftStore(transaction: transaction).files(),
                try ProposalStore(transaction).isOpen()
            )
        }
        guard !files.isEmpty else { return nil }
        let folder = try folder(files)
        let reading = folder.read(after: inForce.document, void: inForce.void)
        var change: PublicationDesk.Change?
        if case .changed(let found) = try PublicationDesk.Draft(reading, against: inForce) { change = found }
        return Standing(
            inForce: inForce, files: files, folder: folder, diagnostics: reading.errors + reading.warnings,
            difference: reading.draft.map { EditionDifference(from: inForce.document, to: $0) }, change: change,
            isProposed: isProposed)
    }

    /// The newest revisions of a file, the newest first.
    package func revisions(of name: String) async throws -> [DraftFile] {
        try await gate.look { try DraftStore(transaction: $0).revisions(of: name, limit: 20) }
    }

    /// Begins the draft with the files of the policy's folder; nothing is done when there is one.
    ///
    /// - Throws: ``DraftRefusal``.
    package func begin(by actor: Actor) async throws {
        let files = try publication.folder().files.filter { PolicyFolder.own.contains($0.key) }
        let now = publication.time.now
        try await gate.perform { transaction in
            try checkAdministrator(actor, in: transaction)
            guard try !DraftStore(transaction: transaction).isBegun() else { return }
            _ = try add(files, by: actor.person, at: now, in: transaction)
        }
    }

    /// Takes the files of a folder as new revisions, as far as they differ: the operator does it on the server itself.
    ///
    /// - Returns: the names of those that differed.
    package func take(_ folder: PolicyFolder) async throws -> [String] {
        let files = folder.files.filter { PolicyFolder.own.contains($0.key) }
        let now = publication.time.now
        return try await gate.perform { try add(files, by: nil, at: now, in: $0) }
    }

    /// The files of the draft by name; empty while none was begun.
    package func files() async throws -> [DraftFile] {
        try await gate.look { try DraftStore(transaction: $0).files() }
    }

    /// Saves what somebody has edited, as new revisions.
    ///
    /// - Parameters:
    ///   - texts: by the name of the file; for a clause its Markdown by the file of the language.
    ///   - seen: the ``mark(of:in:)`` of the place as it was shown; other places may have changed since.
    /// - Throws: ``DraftRefusal``; nothing is saved then.
    package func save(_ place: Place, _ texts: [String: String], seen: Bytes, by actor: Actor) async throws {
        let texts = texts.mapValues(\.asLines)
        let now = publication.time.now
        try await gate.perform { transaction in
            try checkAdministrator(actor, in: transaction)
            let held = try DraftStore(transaction: transaction).files()
            var folder = PolicyFolder(files: Dictionary(held.map { ($0.name, $0.text) }, uniquingKeysWith: { $1 }))
            guard let mark = Self.mark(of: place, in: folder) else { throw DraftRefusal.notFound }
            guard mark == seen else { throw DraftRefusal.changedMeanwhile }
            switch place {
            case .file(let name): folder.files[name] = texts[name]
            case .clause(let clause):
                for language in Language.allCases {
                    guard let text = texts[PolicyFolder.textFile(language)] else { continue }
                    guard folder.setText(of: clause, in: language, to: text) else {
                        let isThere = folder.text(of: clause, in: language) != nil
                        // What has no heading yet is added in the whole file; it is no fault to leave it empty here.
                        if isThere || !text.allSatisfy(\.isWhitespace) { throw DraftRefusal.heading(language) }
                        continue
                    }
                }
            }
            _ = try add(folder.files, by: actor.person, at: now, in: transaction)
        }
    }

    /// What tells whether a place is as it was shown; nil when there is no such place.
    package static func mark(of place: Place, in folder: PolicyFolder) -> Bytes? {
        let texts: [String?]
        switch place {
        case .file(let name): texts = PolicyFolder.own.contains(name) ? [folder.files[name]] : []
        case .clause(let clause): texts = Language.allCases.map { folder.text(of: clause, in: $0) }
        }
        guard texts.contains(where: { $0 != nil }) else { return nil }
        return Bytes(SHA256.hash(data: Bytes(texts.map { $0.map { "\($0.utf8.count) \($0)" } ?? "-" }.joined().utf8)))
    }

    /// Fixes the draft, to be published by somebody else.
    ///
    /// - Parameter hash: of what the person has seen.
    /// - Throws: ``PublicationRefusal``, ``DraftRefusal/notFound``.
    package func propose(_ hash: Bytes, by actor: Actor) async throws {
        let (inForce, files) = try await gate.look { [gate] transaction in
            (try gate.book.inForce(in: transaction), try DraftStore(transaction: transaction).files())
        }
        guard !files.isEmpty else { throw DraftRefusal.notFound }
        try await publication.propose(
            try PublicationDesk.Draft(try folder(files), against: inForce), seen: hash, after: inForce, by: actor)
    }

    private func folder(_ files: [DraftFile]) throws -> PolicyFolder {
        let packs = try publication.folder().files.filter { !PolicyFolder.own.contains($0.key) }
        return PolicyFolder(files: packs.merging(files.map { ($0.name, $0.text) }) { $1 })
    }

    /// - Returns: the names of the files that were not so before.
    private func add(
        _ files: [String: String], by person: SubjectID?, at now: Instant, in transaction: any Transaction
    ) throws -> [String] {
        let store = DraftStore(transaction: transaction)
        let held = Dictionary(try store.files().map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        let changed = files.filter { held[$0.key]?.text != $0.value }.sorted { $0.key < $1.key }
        for (name, text) in changed {
            guard text.utf8.count <= Self.longest else { throw DraftRefusal.tooLong }
            let file = DraftFile(
                name: name, revision: (held[name]?.revision ?? 0) + 1, text: text, savedBy: person, savedAt: now)
            guard try store.add(file) else { throw DraftRefusal.changedMeanwhile }
        }
        return changed.map(\.key)
    }

    private func checkAdministrator(_ actor: Actor, in transaction: any Transaction) throws {
        guard try StaffStore(transaction).isAdministrator(actor) else { throw DraftRefusal.notAdministrator }
    }
}

extension PublicationDesk {
    /// Where the next edition is drafted.
    package var drafts: DraftDesk { DraftDesk(publication: self) }
}
