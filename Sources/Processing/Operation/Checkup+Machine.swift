import Primitives

extension Checkup {
    static func machine(_ facts: OperatingFacts) -> [Finding] {
        [clock(facts)] + facts.volumes.map(disk) + [imaging(facts), evidence(facts), witness(facts), ledgerCopy(facts)]
            + [Finding(.version, .fine, .doctorVersions(facts.versions.joined(separator: ", ")))]
    }

    private static func clock(_ facts: OperatingFacts) -> Finding {
        switch facts.clock {
        case .synchronised: Finding(.clock, .fine, .doctorClock)
        case .free: Finding(.clock, .notice, .doctorClockFree, advice: .doctorRun("apt-get install chrony"))
        case .unknown: Finding(.clock, .notice, .doctorClockUnknown, advice: .doctorRun("timedatectl"))
        }
    }

    /// Under 1 GB or 5 % work must stop soon; under 5 GB or 10 % it is time to make room.
    private static func disk(_ volume: OperatingFacts.Volume) -> Finding {
        let gigabytes = Int(volume.free / 1_000_000_000)
        let percent = volume.size > 0 ? Int(volume.free * 100 / volume.size) : 0
        let found = Phrase.doctorDisk(volume.path, gigabytes, percent)
        if gigabytes < 1 || percent < 5 { return Finding(.disk, .danger, found, advice: .doctorMakeRoom) }
        if gigabytes < 5 || percent < 10 { return Finding(.disk, .notice, found, advice: .doctorMakeRoom) }
        return Finding(.disk, .fine, found)
    }

    private static func imaging(_ facts: OperatingFacts) -> Finding {
        switch facts.imagingWorks {
        case true?: Finding(.imaging, .fine, .doctorImaging)
        case false?: Finding(.imaging, .danger, .doctorImagingFails, advice: .doctorMendImaging)
        case nil: Finding(.imaging, .danger, .doctorNoImaging, advice: .doctorMendImaging)
        }
    }

    private static func evidence(_ facts: OperatingFacts) -> Finding {
        guard facts.ledgerContinues else {
            return Finding(.evidence, .danger, .doctorLedgerBroken, advice: .doctorRun("saqta ledger recover"))
        }
        return facts.evidenceWaits > .seconds(60)
            ? Finding(
                .evidence, .danger, .doctorEvidenceWaits(Int(facts.evidenceWaits.seconds)),
                advice: .doctorRun("saqta ledger verify"))
            : Finding(.evidence, .fine, .doctorEvidence)
    }

    private static func witness(_ facts: OperatingFacts) -> Finding {
        func named(_ witnesses: [OperatingFacts.Witness]) -> String {
            witnesses.map(\.name).joined(separator: ", ")
        }
        guard !facts.witnesses.isEmpty else {
            return Finding(.witness, .notice, .doctorNoWitness, advice: .doctorKeepCheckpoints)
        }
        let ahead = facts.witnesses.filter(\.isAhead)
        guard ahead.isEmpty else {
            return Finding(
                .witness, .danger, .doctorWitnessAhead(named(ahead)), advice: .doctorRun("saqta ledger recover"))
        }
        let silent = facts.witnesses.filter { $0.signed.map { facts.now - $0 > Self.witnessStale } ?? true }
        guard silent.isEmpty else {
            // While one signs, nobody can rewrite the ledger.
            return Finding(
                .witness, silent.count < facts.witnesses.count ? .notice : .danger,
                .doctorWitnessSilent(named(silent)), advice: .doctorAskWitness)
        }
        return Finding(.witness, .fine, .doctorWitness(named(facts.witnesses)))
    }

    private static func ledgerCopy(_ facts: OperatingFacts) -> Finding {
        guard let copy = facts.ledgerCopy else {
            return Finding(.ledgerCopy, .notice, .doctorNoLedgerCopy, advice: .doctorSetLedgerCopy)
        }
        guard let lacks = copy.lacks else {
            return Finding(
                .ledgerCopy, .danger, .doctorLedgerCopyUnfit(copy.folder), advice: .doctorMendLedgerCopy)
        }
        return lacks == 0
            ? Finding(.ledgerCopy, .fine, .doctorLedgerCopy(copy.folder))
            : Finding(
                .ledgerCopy, .danger, .doctorLedgerCopyLacks(copy.folder, lacks), advice: .doctorMendLedgerCopy)
    }

    /// They sign every ten minutes at least.
    private static let witnessStale = Span.minutes(30)
}
