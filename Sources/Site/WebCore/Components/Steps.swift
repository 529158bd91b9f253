import Markup
import Primitives

/// The steps of a longer task, numbered; those done lead back.
///
/// - Parameters:
///   - steps: with the page of each, nil where it cannot be opened yet.
///   - current: the index of the step that is shown.
package func stepList(_ steps: [(label: Phrase, path: SitePath?)], current: Int) -> HTML {
    nav(.class("steps"), .ariaLabel(.stepsOfTask)) {
        p(.class("steps-short")) { Phrase.step(current + 1, of: steps.count) }
        ol {
            for (index, step) in steps.enumerated() {
                li(index < current ? .class("done") : .none, Attribute.ariaCurrent("step").when(index == current)) {
                    if let path = step.path, index < current {
                        a(.href(path)) { step.label }
                    } else {
                        span { step.label }
                    }
                    if index < current { span(.class("visually-hidden")) { Phrase.stepDone } }
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
