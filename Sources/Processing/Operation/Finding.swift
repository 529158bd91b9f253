import Primitives

/// One thing that an examination of the installation looked at, and what to do about it.
package struct Finding: Hashable, Sendable, Identifiable {
    /// What was looked at; the same in every language and version.
    package let id: Subject
    package let gravity: Gravity
    /// What was found, in one sentence.
    package let found: Phrase
    /// What to do; nil where all is well.
    package let advice: Phrase?

    package init(_ id: Subject, _ gravity: Gravity, _ found: Phrase, advice: Phrase? = nil) {
        self.id = id
        self.gravity = gravity
        self.found = found
        self.advice = advice
    }

    /// How much it matters before the first real person registers.
    package enum Gravity: String, Sendable, CaseIterable, Comparable {
        case fine
        /// It works, and could be safer.
        case notice
        /// Data, evidence or people may be lost or exposed.
        case danger

        package static func < (left: Gravity, right: Gravity) -> Bool {
            allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
        }
    }

    /// What is looked at, in the order of the report.
    package enum Subject: String, Sendable, CaseIterable {
        case region, address, identity, site, transport, mail, sms, administrators, reviewers, programmes
        case database, documents, deletions, keys, keyService, keyCopy, backup, permissions, user, clock, disk, imaging,
            evidence, messages, jobs, hold, witness, ledgerCopy, version
    }
}

/// The whole of an examination.
package struct Checkup: Sendable {
    package let findings: [Finding]

    package var gravest: Finding.Gravity { findings.map(\.gravity).max() ?? .fine }

    /// The exit code of `saqta doctor`: 0 all is well, 1 notices, 2 danger.
    package var exitCode: Int32 {
        switch gravest {
        case .fine: 0
        case .notice: 1
        case .danger: 2
        }
    }

    package func count(_ gravity: Finding.Gravity) -> Int { findings.count { $0.gravity == gravity } }
}
