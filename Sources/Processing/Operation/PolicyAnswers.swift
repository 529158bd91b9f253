/// What the answers of a new operator put into the template of a policy.
package struct PolicyAnswers: Sendable {
    /// What stands for `{{name}}`.
    package private(set) var values: [String: String] = [:]
    /// What `{{#name}}` asks.
    package private(set) var flags: [String: Bool] = [:]

    /// Stand-ins until the operator has put in its own number: well-formed, of the year 2099, nobody's.
    private static let inventedNumbers = (iin: "990228501233", bin: "991240000013")

    /// - Parameter answers: those of ``Questionnaire/forPolicy(_:)``, all answered.
    package init(_ answers: EnvironmentFile) {
        for (key, value) in answers.values { values[key] = value }
        addOperator(answers)
        addContacts(answers)
        addConsents(answers)
        addRecipients(answers)
    }

    private func choice(_ id: String, is option: String) -> Bool { values[id] == option }

    /// The documents of those who act for others, and of organisations; asked of nobody else.
    private static let representing = ["birth_certificate", "power_of_attorney", "organisation_document"]

    private mutating func addOperator(_ answers: EnvironmentFile) {
        for kind in OperatorForm.allCases { flags["is_\(kind.rawValue)"] = choice("kind", is: kind.rawValue) }
        let numbers = Self.inventedNumbers
        let invented = choice("kind", is: OperatorForm.soleProprietor.rawValue) ? numbers.iin : numbers.bin
        flags["alone"] = choice("alone", is: "yes")
        flags["number_later"] = answers["number"] == nil
        values["number"] = answers["number"] ?? invented
        let kinds = values["documents"]?.split(separator: " ").map(String.init) ?? []
        let held = ["address_proof", "other"].filter(kinds.contains)
        values["documents"] = (["identity_document"] + held + Self.representing).joined(separator: ", ")
        for kind in ["address_proof", "other"] { flags["has_\(kind)"] = held.contains(kind) }
    }

    private mutating func addContacts(_ answers: EnvironmentFile) {
        // An e-mail address is always asked: without a code to it nobody is shown data in the account.
        let telephone = choice("ask_telephone", is: "yes")
        flags["asks_telephone"] = telephone
        values["contact_fields"] = telephone ? "4, 5" : "4"
        values["confirm"] = telephone && choice("confirm", is: "2") ? "2" : "1"
    }

    private mutating func addConsents(_ answers: EnvironmentFile) {
        let optional = ["advertising", "courier", "abroad", "publication"]
        for id in optional { flags[id] = choice(id, is: "yes") }
        // A courier calls; without a telephone there is nothing to pass on.
        if flags["asks_telephone"] != true { flags["courier"] = false }
        let given = optional.filter { flags[$0] == true }
        flags["all_optional"] = given.count == optional.count
        flags["no_optional"] = given.isEmpty
        flags["some_optional"] = !given.isEmpty && given.count < optional.count
        values["statistics_clause"] = flags["advertising"] == true ? "2.2.5" : "2.2.4"
        let years = Int(values["consent_years"] ?? "") ?? 3
        for (name, count) in [("one_year", 1), ("two_years", 2), ("three_years", 3), ("five_years", 5)] {
            flags[name] = years == count
        }
        values["consent_days"] = "\(years * 365)"
    }

    private mutating func addRecipients(_ answers: EnvironmentFile) {
        let there = [
            "hosting": answers["hosting"] != "own", "mail": answers["mail"] != "own",
            "sms": flags["asks_telephone"] == true, "courier": flags["courier"] == true,
        ]
        var later: [String] = flags["number_later"] == true ? ["iin_or_bin"] : []
        for id in ["hosting", "mail", "sms", "courier"] {
            let name = answers[id == "courier" ? "courier_name" : id]
            let isThere = there[id] == true
            flags["has_\(id)"] = isThere
            flags["\(id)_later"] = isThere && name == nil
            values["\(id)_name"] = name ?? ""
            if isThere, name == nil { later.append(id) }
        }
        flags["provider_later"] = later.contains { $0 != "iin_or_bin" }
        flags["any_recipient"] = there.values.contains(true)
        values["to_be_set"] = later.joined(separator: ", ")
    }
}

/// What an operator is in law, as far as its name and its number depend on it.
enum OperatorForm: String, CaseIterable, Sendable {
    case soleProprietor = "sole_proprietor"
    case partnership
    case jointStock = "joint_stock"
    case other
}
