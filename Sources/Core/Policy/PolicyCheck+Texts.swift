import Primitives

extension PolicyCheck {
    /// The clauses of policy.yml and of every language are the same, in the same order, and say something.
    func checkTexts() {
        checkUnique(document.clauses.map(\.id), in: "clauses", called: "clause")
        let declared = document.clauses.map(\.id)
        for language in Language.allCases {
            guard let file = texts.files[language] else { continue }
            if file.title.isEmpty { log.error("there is no title", file: file.name, line: 1) }
            let written = file.clauses.map(\.id)
            for id in declared where !written.contains(id) {
                log.error("clause \(id) is missing", file: file.name, line: 1)
            }
            for clause in file.clauses {
                if !declared.contains(clause.id) {
                    log.error("clause \(clause.id) is not in policy.yml", file: file.name, line: clause.line)
                }
                if clause.text.isEmpty { log.error("clause \(clause.id) is empty", file: file.name, line: clause.line) }
            }
            if Set(written) == Set(declared), written != declared {
                log.error("the clauses stand in another order than in policy.yml", file: file.name, line: 1)
            }
            if file.chapters.map(\.clauses.count) != (texts.files[.ru]?.chapters.map(\.clauses.count) ?? []) {
                log.error("the chapters are not those of ru.md", file: file.name, line: 1)
            }
        }
    }

    /// No clause that was declared void comes back unseen.
    func checkVoid() {
        for (index, clause) in document.clauses.enumerated()
        where void.contains(clause.id) && clause.text == previous?.clause(clause.id)?.text {
            warning("clause \(clause.id) was declared void; unchanged, it would hold again", at: "/clauses[\(index)]")
        }
    }

    /// Every clause is enforced by something, and everything that enforces belongs to a clause.
    func checkControls() {
        checkUnique(document.controls.map(\.id), in: "controls", called: "control")
        for (index, clause) in document.clauses.enumerated() {
            let path = "/clauses[\(index)]"
            if clause.controls.isEmpty { error("clause \(clause.id) has no control", at: path) }
            for id in clause.controls where document.control(id) == nil {
                error("there is no control \(id)", at: path)
            }
            let known = clause.controls.compactMap(document.control)
            if !known.isEmpty, !known.contains(where: \.built) {
                warning("clause \(clause.id) has no control that is built", at: path)
            }
        }
        let bound = Set(document.clauses.flatMap(\.controls))
        for (index, control) in document.controls.enumerated() where !bound.contains(control.id) {
            error("control \(control.id) belongs to no clause", at: "/controls[\(index)]")
        }
    }
}
