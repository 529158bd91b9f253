import Primitives

/// One question that the first set-up asks, and the setting that its answer becomes.
package struct Question: Sendable, Identifiable {
    /// The name of the setting.
    package let id: String
    package let text: Phrase
    /// What it is for and how it looks.
    package let hint: Phrase
    /// Taken when nothing is entered.
    package let standard: String?
    /// May be left empty.
    package let isOptional: Bool
    /// Whether it is asked at all, given the answers so far.
    let isAsked: @Sendable (EnvironmentFile) -> Bool
    /// What is wrong with an answer; nil when it can be taken.
    package let problem: @Sendable (String) -> Phrase?

    init(
        _ id: String, _ text: Phrase, hint: Phrase, standard: String? = nil, isOptional: Bool = false,
        when isAsked: @escaping @Sendable (EnvironmentFile) -> Bool = { _ in true },
        problem: @escaping @Sendable (String) -> Phrase? = { _ in nil }
    ) {
        self.id = id
        self.text = text
        self.hint = hint
        self.standard = standard
        self.isOptional = isOptional
        self.isAsked = isAsked
        self.problem = problem
    }
}

/// The first set-up: the few questions that matter, asked one by one.
package struct Questionnaire: Sendable {
    package private(set) var answers: EnvironmentFile
    private var position = 0
    private let questions: [Question]

    /// - Parameter answers: settings that are there already; they are proposed again.
    package init(_ answers: EnvironmentFile = EnvironmentFile(), region: String) {
        self.answers = answers
        questions = Question.all(region: region)
    }

    /// The question to ask now; nil when all are answered.
    package var current: Question? { questions.dropFirst(position).first { $0.isAsked(answers) } }

    /// What is taken for the current question when nothing is entered.
    package var proposed: String? { current.flatMap { answers[$0.id] ?? $0.standard } }

    /// Takes the answer to the current question and goes on to the next.
    ///
    /// - Returns: what is wrong with it; then the question stays.
    package mutating func answer(_ entered: String) -> Phrase? {
        guard let question = current, let index = questions.firstIndex(where: { $0.id == question.id }) else {
            return nil
        }
        let text = entered.isEmpty ? proposed ?? "" : entered
        if text.isEmpty {
            guard question.isOptional else { return .initNeeded }
            answers[question.id] = nil
        } else {
            if let problem = question.problem(text) { return problem }
            answers[question.id] = text
        }
        position = index + 1
        return nil
    }
}
