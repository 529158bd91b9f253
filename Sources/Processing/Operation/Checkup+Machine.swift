import Primitives

extension Checkup {
    static func machine(_ facts: OperatingFacts) -> [Finding] {
        [clock(facts)] + facts.volumes.map(disk) + [imaging(facts), evidence(facts), witness(facts)]
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
        facts.evidenceWaits > .seconds(60)
            ? Finding(
                .evidence, .danger, .doctorEvidenceWaits(Int(facts.evidenceWaits.seconds)),
                advice: .doctorRun("saqta ledger verify"))
            : Finding(.evidence, .fine, .doctorEvidence)
    }

    private static func witness(_ facts: OperatingFacts) -> Finding {
        facts.witnesses.isEmpty
            ? Finding(.witness, .notice, .doctorNoWitness, advice: .doctorKeepCheckpoints)
            : Finding(.witness, .fine, .doctorWitness(facts.witnesses.joined(separator: ", ")))
    }
}
