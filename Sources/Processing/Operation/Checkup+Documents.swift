import Primitives

extension Checkup {
    /// Where documents lie, and whether that place does what it must.
    static func documents(_ facts: OperatingFacts) -> [Finding] {
        var findings = [store(facts.documents, under: facts.policyRegion)]
        if facts.undeleted > 0 {
            findings.append(
                Finding(.deletions, .danger, .doctorUndeleted(facts.undeleted), advice: .doctorLetDelete))
        }
        return findings
    }

    private static func store(_ store: OperatingFacts.DocumentStore, under promised: String) -> Finding {
        if let fault = store.fault {
            return Finding(.documents, .danger, .doctorStoreFails(fault), advice: .doctorMendStore)
        }
        guard let place = store.bucket else { return Finding(.documents, .fine, .doctorStoreFolder) }
        guard let country = store.country else {
            return Finding(
                .documents, .danger, .doctorStoreNoCountry(place),
                advice: .doctorSet("SAQTA_DOCUMENTS_COUNTRY=\(promised)"))
        }
        guard country == promised else {
            return Finding(
                .documents, .danger, .doctorStoreElsewhere(country, promised), advice: .doctorMoveStore)
        }
        return store.keepsVersions == true
            ? Finding(.documents, .notice, .doctorStoreVersions(place), advice: .doctorNoVersions)
            : Finding(.documents, .fine, .doctorStore(place, country))
    }
}
