import Markup
import Primitives

/// A step of a longer task.
package struct Step: Sendable {
    let label: Phrase
    /// Its page; nil where it cannot be opened yet.
    let path: SitePath?
    /// All that the step asks for is there.
    let isDone: Bool

    package init(_ label: Phrase, to path: SitePath?, isDone: Bool) {
        self.label = label
        self.path = path
        self.isDone = isDone
    }
}

/// The steps of a longer task, numbered; those before the one that is shown lead back, and those done are ticked.
///
/// - Parameter current: the index of the step that is shown.
package func stepList(_ steps: [Step], current: Int) -> HTML {
    nav(.class("steps"), .ariaLabel(.stepsOfTask)) {
        p(.class("steps-short")) { Phrase.step(current + 1, of: steps.count) }
        ol {
            for (index, step) in steps.enumerated() {
                let isDone = step.isDone && index != current
                li(isDone ? .class("done") : .none, Attribute.ariaCurrent("step").when(index == current)) {
                    if let path = step.path, index < current {
                        a(.href(path)) { step.label }
                    } else {
                        span { step.label }
                    }
                    if isDone { span(.class("visually-hidden")) { Phrase.stepDone } }
                }
            }
        }
    }
}

/// One thing that happened or will happen.
package struct TimelineEvent: Sendable {
    package enum State: Sendable { case past, current, ahead }

    package let state: State
    package let heading: Phrase
    /// When; a date or a term in words.
    package let when: Phrase?
    /// What it means for the person.
    package let details: Phrase?

    package init(_ state: State, _ heading: Phrase, when: Phrase? = nil, details: Phrase? = nil) {
        self.state = state
        self.heading = heading
        self.when = when
        self.details = details
    }
}

/// What was, what is now and what comes next, from top to bottom.
package func timeline(_ events: [TimelineEvent]) -> HTML {
    ol(.class("timeline")) {
        for event in events {
            li(event.state.attribute, Attribute.ariaCurrent("step").when(event.state == .current)) {
                p(.class("timeline-heading")) { event.heading }
                if let when = event.when { p(.class("muted")) { when } }
                if let details = event.details { p { details } }
            }
        }
    }
}

extension TimelineEvent.State {
    fileprivate var attribute: Attribute {
        switch self {
        case .past: .class("past")
        case .current: .class("current")
        case .ahead: .class("ahead")
        }
    }
}
