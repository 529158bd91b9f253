import Primitives
import Synchronization

/// What the frame of every page shows of the policy in force.
package struct SiteFrame: Hashable, Sendable {
    /// A banner says that registrations are invented until region and address are set.
    package let isDemo: Bool
    package let `operator`: OperatorIdentity
    /// For the footer; nil while none is published.
    package let edition: EditionMark?

    package init(isDemo: Bool, operator: OperatorIdentity, edition: EditionMark?) {
        self.isDemo = isDemo
        self.operator = `operator`
        self.edition = edition
    }

    static let blank = SiteFrame(isDemo: true, operator: .blank, edition: nil)
}

/// Keeps the frame as the policy in force has it: looked at before each page, so that an edition which another process
/// published shows at once, and kept for the pages that say that something failed.
package final class FramePolicy: Sendable {
    private let known: Mutex<(frame: SiteFrame, revision: Int)>
    private let read: @Sendable () async throws -> SiteFrame

    package init(_ first: SiteFrame, read: @escaping @Sendable () async throws -> SiteFrame) {
        known = Mutex((first, 0))
        self.read = read
    }

    /// One that never changes.
    package convenience init(_ frame: SiteFrame) { self.init(frame) { frame } }

    var current: SiteFrame { known.withLock { $0.frame } }

    /// Grows whenever the frame has become another.
    var revision: Int { known.withLock { $0.revision } }

    package func refresh() async throws {
        let frame = try await read()
        known.withLock { known in
            if known.frame != frame { known = (frame, known.revision + 1) }
        }
    }
}

/// Who runs the site, as the policy's clause 1.1 names it.
package struct OperatorIdentity: Hashable, Sendable {
    package let name: Phrase
    /// The site's address as people write it: `www.example.kz`.
    package let site: String
    package let email: String
    /// As people read it: `8 777 000 00 00`.
    package let telephone: String
    /// The same after E.164: `+77770000000`.
    package let telephoneE164: String
    /// The place of registration.
    package let place: Phrase
    /// BIN or IIN; empty when not configured.
    package let registrationNumber: String
    /// Which of the two it is.
    package let numberLabel: Phrase

    package init(
        name: Phrase, site: String, email: String, telephone: String, telephoneE164: String, place: Phrase,
        registrationNumber: String = "", numberLabel: Phrase = .invariable("")
    ) {
        self.name = name
        self.site = site
        self.email = email
        self.telephone = telephone
        self.telephoneE164 = telephoneE164
        self.place = place
        self.registrationNumber = registrationNumber
        self.numberLabel = numberLabel
    }

    static let blank = OperatorIdentity(
        name: .invariable("Saqta"), site: "", email: "", telephone: "", telephoneE164: "", place: .invariable(""))
}

/// The edition of the policy that is in force.
package struct EditionMark: Hashable, Sendable {
    package let number: Int
    /// The day from which it is in force.
    package let day: Day

    package init(number: Int, day: Day) {
        self.number = number
        self.day = day
    }
}
