import Primitives

extension Checkup {
    /// Judges what was gathered.
    package init(_ facts: OperatingFacts) {
        findings =
            Self.identity(facts) + Self.access(facts) + Self.messages(facts) + Self.people(facts)
            + Self.databases(facts) + Self.documents(facts)
            + Self.keeping(facts) + Self.machine(facts)
    }

    static func identity(_ facts: OperatingFacts) -> [Finding] {
        [region(facts), address(facts), placeholders(facts)]
    }

    private static func region(_ facts: OperatingFacts) -> Finding {
        guard let region = facts.region else {
            return Finding(.region, .danger, .doctorNoRegion, advice: .doctorSet("SAQTA_REGION=\(facts.policyRegion)"))
        }
        guard region == facts.policyRegion else {
            return Finding(.region, .danger, .doctorOtherRegion(region, facts.policyRegion), advice: .doctorMoveRegion)
        }
        return Finding(.region, .fine, .doctorRegion(region))
    }

    private static func address(_ facts: OperatingFacts) -> Finding {
        guard let address = facts.address, !address.isEmpty else {
            return Finding(.address, .danger, .doctorNoAddress, advice: .doctorSet("SAQTA_ADDRESS=…"))
        }
        return Finding(.address, .fine, .doctorAddress)
    }

    private static func placeholders(_ facts: OperatingFacts) -> Finding {
        guard !facts.placeholders.isEmpty else { return Finding(.identity, .fine, .doctorIdentity) }
        let names = facts.placeholders.joined(separator: ", ")
        return Finding(.identity, .danger, .doctorPlaceholders(names), advice: .doctorFillPolicy)
    }

    static func access(_ facts: OperatingFacts) -> [Finding] {
        [site(facts), transport(facts)]
    }

    private static func site(_ facts: OperatingFacts) -> Finding {
        if facts.site.hasPrefix("https://") { return Finding(.site, .fine, .doctorSite(facts.site)) }
        return facts.isLocal
            ? Finding(.site, .notice, .doctorSiteLocal, advice: .doctorSet("SAQTA_SITE=https://…"))
            : Finding(.site, .danger, .doctorSiteOpen(facts.site), advice: .doctorSet("SAQTA_SITE=https://…"))
    }

    private static func transport(_ facts: OperatingFacts) -> Finding {
        switch facts.transport {
        case .plain:
            return Finding(
                .transport, facts.isLocal ? .notice : .danger, .doctorPlain, advice: .doctorGetCertificate)
        case .behindProxy:
            return Finding(.transport, .fine, .doctorProxy)
        case .ownTLS(until: nil):
            return Finding(.transport, .notice, .doctorTLSUnknown, advice: .doctorRenew)
        case .ownTLS(until: let end?):
            let left = (end - facts.now).seconds / 86_400
            if end <= facts.now { return Finding(.transport, .danger, .doctorTLSOver, advice: .doctorRenew) }
            return left < 14
                ? Finding(.transport, .danger, .doctorTLSEnds(Int(left)), advice: .doctorRenew)
                : Finding(.transport, .fine, .doctorTLSEnds(Int(left)))
        }
    }

    static func messages(_ facts: OperatingFacts) -> [Finding] {
        var findings = [
            facts.sendsMail
                ? Finding(.mail, .fine, .doctorMail)
                : Finding(.mail, .danger, .doctorNoMail, advice: .doctorSet("SAQTA_MAIL_HOST, SAQTA_MAIL_FROM"))
        ]
        if facts.asksTelephone {
            findings.append(
                facts.sendsSMS
                    ? Finding(.sms, .fine, .doctorSMS)
                    : Finding(.sms, .notice, .doctorNoSMS, advice: .doctorSet("SAQTA_SMS_URL, SAQTA_SMS_BODY")))
        }
        if facts.unsentMessages > 0 {
            findings.append(
                Finding(.messages, .notice, .doctorUnsent(facts.unsentMessages), advice: .doctorLookAtOutbox))
        }
        if let since = facts.heldSince {
            findings.append(Finding(.hold, .danger, .doctorHeld(since), advice: .doctorRelease))
        }
        if facts.stuckJobs > 0 {
            findings.append(Finding(.jobs, .notice, .doctorStuck(facts.stuckJobs), advice: .doctorLookAtJobs))
        }
        return findings
    }
}
