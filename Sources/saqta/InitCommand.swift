import ArgumentParser
import Foundation
import Operation
import Policy
import Primitives

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Asks the few questions that matter and writes the file of settings.",
        discussion: """
            Answers are read line by line, so that they can also come from a file: saqta init < answers. Another
            operator's policy is made by saqta policy new.
            """)

    @Option(help: "The file of settings to write.") var file = "./saqta.env"
    @Option(help: "The folder of the operator's policy; by default that of the file, else ./policies/cantra.")
    var policy: String?
    @Option(help: "ru, kk or en; by default that of the terminal.") var language: String?

    func run() throws {
        let language = Language.ofTerminal(asked: language)
        let there = FileManager.default.fileExists(atPath: file)
        let former = there ? try Settings.environmentFile(file) : EnvironmentFile()
        let policy = policy ?? former["SAQTA_POLICY"] ?? "./policies/cantra"
        guard let document = try PolicyFolder(path: policy).read().document else {
            throw ValidationError("The policy in \(policy) has errors; see saqta policy check \(policy).")
        }
        var questions = Questionnaire(former, region: document.region)
        try questions.ask(in: language)
        try fillIn(document, at: policy, language)
        var answers = questions.answers
        if answers["SAQTA_POLICY"] != policy { answers["SAQTA_POLICY"] = policy }
        try write(answers)
        print("\n\(Phrase.initWritten(file)[language])")
        try letBegin(answers, isFirst: former["SAQTA_REGION"] == nil, language)
    }

    /// The first answers let the first start begin; after later ones nothing begins anew by itself.
    private func letBegin(_ answers: EnvironmentFile, isFirst: Bool, _ language: Language) throws {
        let environment = ProcessInfo.processInfo.environment
        func place(_ key: String, _ usual: String) -> String { environment[key] ?? answers[key] ?? usual }
        let beginning = Beginning(data: place("SAQTA_DATA", "./data"), keys: place("SAQTA_KEYS", "./keys"))
        guard !beginning.hasFile, !beginning.hasKeys, !beginning.isLeft else { return }
        if isFirst { return try beginning.leave() }
        print(Phrase.initNothingThere[language])
    }

    /// What the consent prints goes into the policy: the operator's own number (Law 94-V, art. 8(4)(1)) and the names of
    /// third parties (8(4)(4)). Nothing entered leaves a placeholder.
    private func fillIn(_ document: PolicyDocument, at policy: String, _ language: Language) throws {
        for placeholder in document.operatorRecord.toBeSet {
            let recipient = document.recipient(RecipientID(placeholder))
            guard placeholder == "iin_or_bin" || recipient != nil else { continue }
            let text = recipient?.name ?? .initNumber
            let hint = recipient == nil ? Phrase.initNumberHint : .initRecipientHint
            print("\n\(text[language])\n  \(hint[language])\n  > ", terminator: "")
            fflush(nil)
            while let line = readLine()?.trimmingCharacters(in: .whitespaces), !line.isEmpty {
                let folder = try PolicyFolder(path: policy)
                let isNone = recipient != nil && Questionnaire.isNone(line)
                let problem = recipient == nil || isNone ? nil : Questionnaire.problem(ofRecipient: line)
                let changed =
                    recipient.map {
                        isNone ? folder.removingRecipient($0.id) : folder.settingRecipient($0.id, name: line)
                    } ?? folder.settingOperatorNumber(line)
                if problem == nil, let text = changed?.files["policy.yml"] {
                    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(policy)/policy.yml"), options: .atomic)
                    break
                }
                let other: Phrase =
                    recipient == nil ? .initWrongNumber : isNone ? .initRecipientNeeded : .initNoPlace
                print("  ✗ \((problem ?? other)[language])\n  > ", terminator: "")
                fflush(nil)
            }
        }
    }

    /// Whole or not at all, readable by its owner alone: it names the files of secrets.
    private func write(_ answers: EnvironmentFile) throws {
        let temporary = file + ".new"
        guard
            FileManager.default.createFile(
                atPath: temporary, contents: Data(answers.text.utf8), attributes: [.posixPermissions: 0o600])
        else { throw ValidationError("\(temporary) cannot be written.") }
        // Whoever was to read it still can.
        var former = stat()
        if stat(file, &former) == 0 {
            guard chmod(temporary, former.st_mode & 0o777) == 0,
                geteuid() != 0 || chown(temporary, former.st_uid, former.st_gid) == 0
            else { throw ValidationError("\(file) cannot be written.") }
        }
        guard rename(temporary, file) == 0 else { throw ValidationError("\(file) cannot be written.") }
    }
}
