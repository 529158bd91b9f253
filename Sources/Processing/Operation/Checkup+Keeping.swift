import Primitives

extension Checkup {
    static func people(_ facts: OperatingFacts) -> [Finding] {
        let administrators =
            switch facts.administrators {
            case 0: Finding(.administrators, .danger, .doctorNoAdministrator, advice: .doctorEnrol)
            case 1 where facts.isSingleHanded:
                Finding(.administrators, .notice, .doctorSingleHanded, advice: .doctorSecondPerson)
            case 1: Finding(.administrators, .notice, .doctorOneAdministrator, advice: .doctorSecondAdministrator)
            default: Finding(.administrators, .fine, .doctorAdministrators(facts.administrators))
            }
        let reviewers =
            switch facts.reviewers {
            case 0: Finding(.reviewers, .danger, .doctorNoReviewer, advice: .doctorGiveReviewer)
            case 1 where !facts.isSingleHanded:
                Finding(.reviewers, .notice, .doctorOneReviewer, advice: .doctorSecondReviewer)
            default: Finding(.reviewers, .fine, .doctorReviewers(facts.reviewers))
            }
        return [administrators, reviewers] + programmes(facts)
    }

    private static func programmes(_ facts: OperatingFacts) -> [Finding] {
        guard !facts.programmes.isEmpty else { return [] }
        return [Finding(.programmes, .fine, .doctorProgrammes(facts.programmes.joined(separator: ", ")))]
    }

    static func keeping(_ facts: OperatingFacts) -> [Finding] {
        let keys =
            facts.keysLieWithData
            ? Finding(.keys, .danger, .doctorKeysWithData, advice: .doctorMoveKeys)
            : Finding(.keys, .fine, .doctorKeysApart)
        return [keys] + [keyService(facts)].compactMap { $0 } + [
            keyCopy(facts), backup(facts), permissions(facts), user(facts),
        ]
    }

    private static func keyService(_ facts: OperatingFacts) -> Finding? {
        facts.keyService.map { service in
            service.fault.map {
                Finding(.keyService, .danger, .doctorKeyServiceFails(service.name, $0), advice: .doctorMendKeyService)
            } ?? Finding(.keyService, .fine, .doctorKeyService(service.name))
        }
    }

    /// A copy of the keys older than 7 days has ended, since an erasure becomes final with it.
    private static func keyCopy(_ facts: OperatingFacts) -> Finding {
        guard let copied = facts.keysCopied else {
            return Finding(.keyCopy, .danger, .doctorNoKeyCopy, advice: .doctorBeginBackups)
        }
        let age = facts.now - copied
        return age > .days(7)
            ? Finding(.keyCopy, .danger, .doctorKeyCopyOld(days(age)), advice: .doctorBackUp)
            : Finding(.keyCopy, .fine, .doctorKeyCopy(days(age)))
    }

    private static func backup(_ facts: OperatingFacts) -> Finding {
        switch facts.backupTrouble {
        case .failed:
            return Finding(.backup, .danger, .doctorBackupFailed, advice: .doctorRun("journalctl -u saqta-backup"))
        case .damaged:
            return Finding(.backup, .danger, .doctorBackupDamaged, advice: .doctorRun("saqta ledger verify"))
        case nil: break
        }
        guard let copied = facts.dataCopied else {
            return Finding(.backup, .danger, .doctorNoBackup, advice: .doctorBeginBackups)
        }
        let age = facts.now - copied
        switch age {
        case ...Span.hours(26): return Finding(.backup, .fine, .doctorBackup(days(age)))
        case ...Span.days(3): return Finding(.backup, .notice, .doctorBackupOld(days(age)), advice: .doctorBackUp)
        default: return Finding(.backup, .danger, .doctorBackupOld(days(age)), advice: .doctorBackUp)
        }
    }

    private static func days(_ span: Span) -> Int { Int(span.seconds / 86_400) }

    private static func permissions(_ facts: OperatingFacts) -> Finding {
        guard !facts.exposed.isEmpty else { return Finding(.permissions, .fine, .doctorPermissions) }
        let paths = facts.exposed.joined(separator: ", ")
        return Finding(.permissions, .danger, .doctorExposed(paths), advice: .doctorRun("chmod -R go= \(paths)"))
    }

    private static func user(_ facts: OperatingFacts) -> Finding {
        facts.runsAsRoot
            ? Finding(.user, .notice, .doctorRoot, advice: .doctorOwnUser) : Finding(.user, .fine, .doctorUser)
    }
}
