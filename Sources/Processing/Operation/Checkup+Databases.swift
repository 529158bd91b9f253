import Primitives

extension Checkup {
    /// Where rows and keys lie, and whether that place does what it must.
    static func databases(_ facts: OperatingFacts) -> [Finding] {
        guard let server = facts.rows else { return [Finding(.database, .fine, .doctorDatabaseFiles)] }
        var findings: [Finding] = []
        if server.isOverheard {
            findings.append(
                Finding(.database, .danger, .doctorDatabaseOverheard, advice: .doctorDatabaseEncrypt))
        }
        if server.mayLoseAtFailOver {
            findings.append(
                Finding(.database, .danger, .doctorDatabaseLoses, advice: .doctorDatabaseWait))
        }
        if server.isOpenedByOneRole {
            findings.append(
                Finding(.database, .danger, .doctorDatabaseOneRole, advice: .doctorDatabaseRole))
        } else if server.holdsKeysToo {
            findings.append(
                Finding(.database, .notice, .doctorDatabaseOneServer, advice: .doctorDatabaseServer))
        }
        return findings.isEmpty ? [Finding(.database, .fine, .doctorDatabase)] : findings
    }
}
