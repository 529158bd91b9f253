import Policy

/// Wounds to purposes, consents, recipients, roles, rules and the law.
extension Break {
    private static let separate = "94-V 7(6), 24(1)(5), 24(1)(6)"

    static let access = [
        Break(
            "- id: statistics", "- id: advertising", says: "purpose advertising stands twice", at: "- id: advertising"),
        Break(
            "    article: 94-V 17(1)\n", "", says: "purpose statistics rests on the law but names no article",
            at: "- id: statistics"),
        Break(
            "purposes: [advertising]\n    title", "purposes: [advertising, statistics]\n    title",
            says: "needs no consent", at: "- id: statistics"),
        Break(
            "purposes: [advertising]\n    title", "purposes: [contact]\n    title",
            says: "purpose advertising must stand in one consent item, not 0", at: "- id: advertising"),
        Break(
            "purposes: [service, identification, contact]\n    title",
            "purposes: [service, identification, contact, advertising]\n    title",
            says: "purpose advertising must stand in one consent item, not 2", at: "- id: advertising"),
        Break(
            "purposes: [service, identification, contact]\n    title",
            "purposes: [service, identification, contact, advertising]\n    title",
            says: "purpose advertising is optional, its consent is not", at: "- id: advertising", article: separate),
        Break(
            "clause: \"3.2\"\n    required: false", "clause: \"3.2\"\n    required: true",
            says: "consent publication must be optional and stand alone", at: "- id: publication", article: separate),
        Break(
            "clause: b\n    required: true", "clause: b\n    required: false",
            says: "exactly one consent must be required", at: "consents:"),
        Break(
            "kind: purposes\n    clause: b", "kind: purposes\n    clause: z", says: "there is no clause z",
            at: "- id: main"),
        Break(
            "recipient: courier", "recipient: hosting", says: "consent courier names no optional recipient",
            at: "- id: courier"),
        Break(
            "recipient: courier", "recipient: hosting", says: "recipient courier is optional and needs one consent",
            at: "- id: courier", article: separate),
        Break(
            "clause: b\n    required: true\n", "clause: b\n    required: true\n    channels: [email]\n",
            says: "consent main cannot be given channel by channel", at: "- id: main", article: separate),
        Break(
            "channels: [email, sms, call]", "channels: []", says: "consent advertising names no channel",
            at: "- id: advertising"),
        Break(
            "channels: [email, sms, call]", "channels: [sms, sms]", says: "consent advertising names a channel twice",
            at: "- id: advertising"),
        Break(
            "code: email\n", "code: mailbox\n",
            says: "consent advertising has no data by which email reaches a person", at: "- id: advertising",
            article: "94-V 8(4)"),
        Break(
            "code: email\n", "code: mailbox\n",
            says: "the consent advertising.email says nothing under “data” in ru", at: "- id: advertising",
            article: "94-V 8(4)(7)"),
        Break(
            "fields: [1, 2, 95]", "fields: [1, 2]",
            says: "the consent publication of organisation says nothing under “data” in kk", at: "- id: publication",
            article: "94-V 8(4)(7)"),
        Break(
            "notify_on_transfer: true", "notify_on_transfer: true\n    notice_exception: friend",
            says: "recipient courier: the law knows no exception friend", at: "- id: courier", article: "94-V 19(1)"),
        Break(
            "country: KZ\n    fields: [4, 52]", "fields: [4, 52]", says: "recipient mail has no country",
            at: "- id: mail", article: "94-V 8(4)"),
        Break(
            "country: KZ\n    fields: [1, 2, 5]", "country: XX\n    fields: [1, 2, 5]",
            says: "recipient courier: the country XX has no name here", at: "- id: courier", article: "94-V 8(4)"),
        Break(
            "clause: \"3.5.1\"\n    country", "clause: \"3.5.9\"\n    country", says: "there is no clause 3.5.9",
            at: "- id: courier"),
        Break(
            "fields: [4, 52]", "fields: []", says: "recipient mail has no fields", at: "- id: mail",
            article: "94-V 8(4)"),
        Break(
            "purposes: [contact, advertising, rights, security, questions]\n    required: true\n    reason",
            "purposes: []\n    required: true\n    reason",
            says: "recipient sms has no purpose", at: "- id: sms"),
        Break(
            "fields: [4, 52]", "fields: [4, 52, 20]",
            says: "recipient mail reaches field 20 (read_iin) that has none of its purposes", at: "- id: mail"),
        Break("- id: sms", "- id: mail", says: "recipient mail stands twice", at: "- id: mail"),
        Break("- id: analyst", "- id: marketer", says: "role marketer stands twice", at: "- id: marketer"),
        analyst(
            "{acts: [releaseStatistics], purposes: [statistics], fields: [5]}",
            says: "role analyst reaches field 5 (telephone) that has none of its purposes"),
        analyst(
            "{acts: [releaseStatistics], purposes: [statistics], fields: [99]}", says: "there is no field 99"),
        analyst(
            "{acts: [releaseStatistics], purposes: [statistics], documents: [other]}",
            says: "role analyst reaches documents of kind other"),
        analyst(
            "{acts: [releaseStatistics], purposes: [statistics], documents: [map]}",
            says: "there is no document kind map"),
        analyst(
            "{acts: [], purposes: [statistics]}", says: "a grant of role analyst has no act",
            at: "purposes: [statistics]}"),
        analyst("{acts: [releaseStatistics], purposes: []}", says: "a grant of role analyst has no purpose"),
        analyst(
            "{acts: [guess], purposes: [statistics]}", says: "“acts” cannot hold “guess”", at: "acts: [guess]"),
        analyst(
            "{acts: [releaseStatistics], purposes: [statistics], clause: \"9.9\"}", says: "there is no clause 9.9"),
        analyst(
            "{acts: [releaseStatistics], purposes: [statistics]}\n      - {acts: [releaseStatistics], purposes: [statistics], clause: \"3.1\"}",
            says: "under two clauses", at: "clause: \"3.1\"}"),
        Break(
            "acts: [hint]", "acts: [hint, decide]", says: "role imaging is a machine and must not decide",
            at: "acts: [hint, decide]", article: "94-V 19-1"),
    ]

    /// A wound to the only grant of the role analyst.
    private static func analyst(_ grant: String, says: String, at: String = "releaseStatistics") -> Break {
        Break("{acts: [releaseStatistics], purposes: [statistics]}", grant, says: says, at: at)
    }

    static let rules = [
        Break("\"990228501233\"", "\"990228501234\"", says: "iin_or_bin is not a valid IIN", at: "iin_or_bin: \""),
        Break(
            "kind: sole_proprietor", "kind: legal_entity", says: "iin_or_bin is not a valid BIN", at: "iin_or_bin: \""),
        Break(
            "to_be_set: [iin_or_bin, ", "to_be_set: [iin_or_bin, site, ", says: "operator.site is a placeholder",
            at: "site:", severity: .warning),
        Break(
            "to_be_set: [iin_or_bin, hosting, mail, sms, courier]", "to_be_set: [iin_or_bin, mail]",
            says: "recipient mail is a placeholder; the server stays in demo mode", at: "- id: mail", severity: .warning
        ),
        Break("asked: [4, 5]", "asked: [4, 40]", says: "field 40 is not one that a form asks", at: "contacts:"),
        Break(
            "confirm_at_least: 1", "confirm_at_least: 3", says: "confirm_at_least must be from 1 to 2", at: "contacts:"),
        Break(
            "reminders: [3 days, 7 days]", "reminders: [3 days, 30 days]", says: "a reminder after 30 days comes when",
            at: "reminders"),
        Break("review: 3 working days", "review: 3 days", says: "“review” cannot be “3 days”", at: "review: 3 days"),
        Break("  review: 3 working days\n", "", says: "there is no term for the review", at: "terms:"),
        Break("viewing: 5 minutes", "viewing: 5", says: "“viewing” cannot be “5”", at: "viewing: 5"),
        Break("viewing: 5 minutes", "viewing: purpose", says: "“viewing” cannot be “purpose”", at: "viewing: purpose"),
        Break("  viewing: 5 minutes\n", "", says: "“viewing” is missing", at: "draft: 7 days"),
        Break(
            "viewing: 5 minutes", "viewing: 21 minutes",
            says: "a viewing of 21 minutes outlasts the lease of 20 minutes",
            at: "viewing: 21"),
        Break(
            "viewing: 5 minutes", "viewing: 5 minutes\n  receipt: purpose", says: "unknown key “receipt”",
            at: "receipt: purpose"),
        Break(
            "  single_handed: {objection: 1 days, publication: 1 days}\n", "",
            says: "one person needs waiting times under terms, single_handed", at: "mode: single"),
        Break(
            "{objection: 1 days, publication", "{objection: 0 days, publication",
            says: "“objection” cannot be “0 days”", at: "objection: 0 days"),
        Break(
            ", publication: 1 days}", "}", says: "“publication” is missing", at: "single_handed: {objection: 1 days}"),
        Break(
            "{objection: 1 days, publication", "{objection: 3 days, publication",
            says: "a wait of 3 days leaves no time to decide an objection within 3 working days",
            at: "objection: 3 days"),
        Break("mode: single", "mode: alone", says: "“mode” cannot be “alone”", at: "mode: alone"),
        Break("code_tries: 5", "code_tries: 50", says: "code_tries must be from 1 to 10", at: "code_tries"),
        Break(
            "codes_per_hour: 5", "codes_per_hour: 500", says: "codes_per_hour must be from 1 to 60",
            at: "codes_per_hour"),
        Break("files: 20", "files: 0", says: "every limit must be at least 1", at: "limits:"),
        Break("total_megabytes: 200", "total_megabytes: 20", says: "one file may not be larger", at: "total_megabytes"),
        Break("- id: blurred", "- id: under_age", says: "reason under_age stands twice", at: "- id: under_age"),
        Break(
            "id: access_refusal", "id: access_information", says: "deadline access_information stands twice",
            at: "id: access_information"),
        Break(
            "second_factor: true", "second_factor: false", says: "staff sign in without a second factor",
            at: "second_factor", severity: .warning),
    ]

    static let law = [
        Break(
            in: "../lawpacks/kz.yml", "day: 03-08", "day: 02-30", says: "“day” cannot be “02-30”", at: "womens_day"),
        Break(
            in: "../lawpacks/kz.yml", "week: [monday, tuesday, wednesday, thursday, friday]", "week: []",
            says: "a week has working days", at: "week: []"),
        Break(
            in: "../lawpacks/kz.yml", "             2024-06-16", "             2024-02-30",
            says: "cannot hold “2024-02-30”", at: "days: [2015-09-24"),
        Break(
            in: "../lawpacks/kz.yml", "moved_days: []", "moved_days: [{day: 2027-01-08, working: false}]",
            says: "“act” is missing", at: "moved_days"),
        Break(
            "region: KZ", "region: DE", says: "the primary stores must be in KZ", at: "region: DE",
            article: "94-V 12(2)"),
        Break(
            "country: KZ", "country: DE", says: "recipient hosting keeps the base outside KZ", at: "- id: hosting",
            article: "94-V 12(2)"),
        Break(
            "country: KZ\n    fields: [4, 52]", "country: DE\n    fields: [4, 52]",
            says: "recipient mail is abroad and must be optional", at: "- id: mail", article: "94-V 16, 7(6)"),
        Break(
            "- id: courier\n    kind: partner", "- id: courier\n    kind: sms",
            says: "recipient courier carries messages and needs a consent", at: "- id: courier", severity: .warning,
            article: separate),
        Break(
            "id: consent_withdrawal_stop, amount: 15", "id: consent_withdrawal_stop, amount: 20",
            says: "the law allows at most 15 working_day", at: "consent_withdrawal_stop", article: "94-V 8(7)"),
        Break(
            "id: consumer_claim, amount: 10, unit: calendar_day", "id: consumer_claim, amount: 10, unit: working_day",
            says: "the law allows at most 10 calendar_day", at: "consumer_claim", article: "Consumer Law 42-4(2)"),
        Break(
            "  - {id: block, amount: 1, unit: working_day, clause: \"3.1\"}\n", "",
            says: "the policy does not promise block", at: "deadlines:", article: "94-V 25(2)(8), 24(1)(3)"),
        Break(
            "unit: working_day, clause: \"5.2\"", "unit: working_day, clause: \"9.2\"", says: "there is no clause 9.2",
            at: "b2b_claim"),
        Break(
            in: "kk.md", "15 жұмыс күні", "он бес жұмыс күні",
            says: "does not state 15 (consent_withdrawal_stop) in kk", at: "id: consent_withdrawal_stop"),
        Break(
            "    ru: \"До достижения целей или отзыва согласия, но не дольше трёх лет со дня, когда оно дано.\"",
            "    ru: \" \"", says: "the consent main says nothing under “term” in ru", at: "consent_term:",
            article: "94-V 8(4)(3)"),
        Break(
            in: "ru.md",
            "Такое принятие не является согласием на сбор и обработку персональных данных и не заменяет его.",
            "", says: "clause d: starting to use the site is no consent", at: "### d", severity: .warning,
            article: "94-V 8(1), 8(4), 25(2)(5)"),
        Break(
            in: "en.md", "only in addition to them, with the User’s separate consent", "with the User’s knowledge",
            says: "clause 3.3.b: the base stays in Kazakhstan", at: "### 3.3.b", severity: .warning,
            article: "94-V 12(2), 16, 7(6)"),
        Break(
            in: "kk.md",
            "архивтік көшірме заң талап еткенде немесе міндеттеме орындалмағанда ғана ұзағырақ сақталуы мүмкін. Ол үшін заң нормасы немесе міндеттеме, мерзімі",
            "архивтік көшірме сақталуы мүмкін. Мерзімі", says: "clause 3.3.a: an archive copy needs a law",
            at: "### 3.3.a", severity: .warning, article: "94-V 12(2), 18, 25(2)(4)"),
        Break(
            in: "ru.md", "на претензию потребителя Оператор отвечает", "Оператор отвечает",
            says: "clause 5.2: 30 working days do not hold", at: "### 5.2", severity: .warning,
            article: "Consumer Law 42-4(2); 94-V 25(2)"),
        Break(
            in: "en.md", " only after the User’s fresh consent", "", says: "clause 5.4: a change that widens",
            at: "### 5.4", severity: .warning, article: "94-V 7(1), 7(6), 7(8), 14, 15(2)"),
    ]
}
