import Access
import Crypto
import Permits
import Policy
import Primitives
import Storage

extension PublicationDesk {
    /// What an administrator sees of the policy and its next edition.
    package struct Standing: Sendable {
        package let inForce: Edition
        package let proposed: Proposed?
        package let draft: Draft
    }

    /// A proposal that stands, with what it changes.
    package struct Proposed: Sendable {
        package let proposal: Proposal
        package let difference: EditionDifference
        /// Void clauses that would hold again with it.
        package let revived: [ClauseID]
        /// How its publication looks to who asks.
        package let outlook: TwoPersonRule.Outlook
    }

    /// The policy's folder, held against the edition in force.
    package enum Draft: Sendable {
        case unchanged
        case changed(Change)
        /// It cannot be published; what the check found.
        case faulty([Diagnostic])

        package var hash: Bytes? {
            if case .changed(let change) = self { change.hash } else { nil }
        }
    }

    /// What the folder would change.
    package struct Change: Sendable {
        package let document: PolicyDocument
        package let hash: Bytes
        package let warnings: [Diagnostic]
        package let difference: EditionDifference
    }

    /// Everything about the policy and its next edition, for `person`.
    package func standing(for person: SubjectID) async throws -> Standing {
        let (inForce, proposal, outlook) = try await gate.look { [gate, rule] transaction in
            let proposal = try ProposalStore(transaction).open()
            let outlook = try proposal.map { proposal in
                try rule.outlook(
                    after: TwoPersonRule.FirstHalf(
                        .publication, by: proposal.proposedBy, at: proposal.proposedAt), for: person, in: transaction)
            }
            return (try gate.book.inForce(in: transaction), proposal, outlook)
        }
        let proposed = try proposal.map { proposal in
            let document = try CanonicalJSON.decode(PolicyDocument.self, from: proposal.canonical)
            return Proposed(
                proposal: proposal, difference: EditionDifference(from: inForce.document, to: document),
                revived: inForce.revived(by: document), outlook: outlook ?? .another)
        }
        return Standing(inForce: inForce, proposed: proposed, draft: try draft(against: inForce))
    }

    /// Whether a proposal waits for somebody: of an edition, or of a clause to be declared void.
    package func isProposed() async throws -> Bool {
        try await gate.look { transaction in
            try ProposalStore(transaction).isOpen() || !VoidProposalStore(transaction: transaction).open().isEmpty
        }
    }

    /// Where clauses of the edition in force are declared void.
    package var voids: VoidDesk { VoidDesk(gate: gate, time: time, randomness: randomness) }

    func draft(against inForce: Edition) throws -> Draft { try Draft(try folder(), against: inForce) }
}

extension PublicationDesk.Draft {
    /// Reads a folder against the edition in force.
    package init(_ folder: PolicyFolder, against inForce: Edition) throws {
        try self.init(folder.read(after: inForce.document, void: inForce.void), against: inForce)
    }

    init(_ reading: PolicyFolder.Reading, against inForce: Edition) throws {
        guard let document = reading.document else {
            self = .faulty(reading.errors)
            return
        }
        let hash = Bytes(SHA256.hash(data: try document.canonical()))
        guard hash != inForce.hash else {
            self = .unchanged
            return
        }
        self = .changed(
            PublicationDesk.Change(
                document: document, hash: hash, warnings: reading.warnings,
                difference: EditionDifference(from: inForce.document, to: document)))
    }
}
