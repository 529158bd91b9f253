import Primitives

/// One question that a set-up asks, and the setting that its answer becomes.
package struct Question: Sendable, Identifiable {
    /// The name of the setting.
    package let id: String
    package let text: Phrase
    /// What it is for and how it looks.
    package let hint: Phrase
    /// Taken when nothing is entered.
    package let standard: String?
    /// The question before it whose answer is taken when nothing is entered.
    let likewise: String?
    /// May be left empty.
    package let isOptional: Bool
    /// Whether it is asked at all, given the answers so far.
    let isAsked: @Sendable (EnvironmentFile) -> Bool
    /// What was entered in the form in which it is kept.
    let kept: @Sendable (String) -> String
    /// What is wrong with an answer, given those before it; nil when it can be taken.
    let problem: @Sendable (String, EnvironmentFile) -> Phrase?

    init(
        _ id: String, _ text: Phrase, hint: Phrase, standard: String? = nil, like likewise: String? = nil,
        isOptional: Bool = false, when isAsked: @escaping @Sendable (EnvironmentFile) -> Bool = { _ in true },
        kept: @escaping @Sendable (String) -> String = { $0 },
        problem: @escaping @Sendable (String) -> Phrase? = { _ in nil },
        misfit: @escaping @Sendable (String, EnvironmentFile) -> Phrase? = { _, _ in nil }
    ) {
        self.id = id
        self.text = text
        self.hint = hint
        self.standard = standard
        self.likewise = likewise
        self.isOptional = isOptional
        self.isAsked = isAsked
        self.kept = kept
        self.problem = { problem($0) ?? misfit($0, $1) }
    }
}

/// A set-up: the few questions that matter, asked one by one.
package struct Questionnaire: Sendable {
    package private(set) var answers: EnvironmentFile
    private var position = 0
    private let questions: [Question]

    /// The first set-up of a server.
    ///
    /// - Parameter answers: settings that are there already; they are proposed again.
    package init(_ answers: EnvironmentFile = EnvironmentFile(), region: String) {
        self.init(answers, questions: Question.all(region: region))
    }

    /// The policy of a new operator.
    package static func forPolicy(_ answers: EnvironmentFile = EnvironmentFile()) -> Questionnaire {
        Questionnaire(answers, questions: Question.policy)
    }

    /// Why a recipient cannot be called so; nil when it can.
    package static func problem(ofRecipient name: String) -> Phrase? {
        name.lowercased() == "own" ? .initOwnRecipient : PolicyEntry.providerProblem(name)
    }

    /// Whether an answer says that there is no such recipient.
    package static func isNone(_ answer: String) -> Bool { ["none", "нет", "жоқ"].contains(answer.lowercased()) }

    /// The names of all answers about a policy.
    package static var namesForPolicy: [String] { Question.policy.map(\.id) }

    private init(_ answers: EnvironmentFile, questions: [Question]) {
        self.answers = answers
        self.questions = questions
    }

    /// The question to ask now; nil when all are answered.
    package var current: Question? { questions.dropFirst(position).first { $0.isAsked(answers) } }

    /// What is taken for the current question when nothing is entered.
    package var proposed: String? {
        current.flatMap { answers[$0.id] ?? $0.standard ?? $0.likewise.flatMap { answers[$0] } }
    }

    /// The names of answers that no question asks for.
    package var unasked: [String] {
        answers.values.map(\.key).filter { key in !questions.contains { $0.id == key } }
    }

    /// Takes the answer to the current question and goes on to the next.
    ///
    /// - Returns: what is wrong with it; then the question stays.
    package mutating func answer(_ entered: String) -> Phrase? {
        guard let question = current, let index = questions.firstIndex(where: { $0.id == question.id }) else {
            return nil
        }
        let text = question.kept(entered.isEmpty ? proposed ?? "" : entered)
        if text.isEmpty {
            guard question.isOptional else { return .initNeeded }
            answers[question.id] = nil
        } else {
            if let problem = question.problem(text, answers) { return problem }
            answers[question.id] = text
        }
        position = index + 1
        return nil
    }
}
