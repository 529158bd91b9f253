import Markup
import Policy
import Primitives

/// What differs between two editions: texts side by side and word by word, then everything that they are bound to.
///
/// - Parameter languages: whose texts are shown; nil for that of the page alone.
@HTMLBuilder
package func differenceView(_ difference: EditionDifference, in languages: [Language]? = nil) -> HTML {
    if difference.isEmpty { panel(.notice, .changesNone) { p { Phrase.changesNoneWhy } } }
    if difference.widens { panel(.warning, .changesWidenTitle) { p { Phrase.changesWidenMeaning } } }
    if !difference.texts.isEmpty {
        section(.class("flow"), .ariaLabelledBy("changed-texts")) {
            h2(.id("changed-texts")) { Phrase.changesTexts }
            for change in difference.texts { textChange(change, in: languages) }
        }
    }
    if !difference.things.isEmpty {
        section(.class("flow"), .ariaLabelledBy("changed-things")) {
            h2(.id("changed-things")) { Phrase.changesBindings }
            for change in difference.things { thingChange(change) }
        }
    }
}

/// The styles of ``differenceView(_:in:)``.
package let differenceStyles = ["difference.css"]

/// One text that differs, side by side and word by word.
package func textChange(_ change: TextChange, in languages: [Language]?) -> HTML {
    section(.class("change")) {
        h3 {
            Phrase.place(change.id)
            " "
            changeTag(change.was == nil ? .added : change.now == nil ? .removed : .changed)
        }
        if let languages {
            for language in change.languages where languages.contains(language) {
                p(.class("muted", "small")) { language.ownName }
                sides(change.runs(in: language), of: language)
            }
        } else {
            HTML.perLanguage { language in inOne(change, language) }
        }
    }
}

/// The text in one language, with a word about the others.
@HTMLBuilder
private func inOne(_ change: TextChange, _ language: Language) -> HTML {
    if change.languages.contains(language) {
        sides(change.runs(in: language), of: language)
        if change.languages.count > 1 { p(.class("muted", "small")) { Phrase.changesOtherLanguages } }
    } else {
        p(.class("muted", "small")) { Phrase.changesOnlyOtherLanguages }
    }
}

private func sides(_ runs: [TextRun], of language: Language) -> HTML {
    div(.class("sides")) {
        side(.changesWas, runs.filter { $0.kind != .added }, language)
        side(.changesNow, runs.filter { $0.kind != .removed }, language)
    }
}

private func side(_ label: Phrase, _ runs: [TextRun], _ language: Language) -> HTML {
    div {
        p(.class("side-label")) { label }
        div(.class("side-text"), .lang(language)) {
            if runs.isEmpty { "–" }
            for run in runs {
                switch run.kind {
                case .same: HTML.text(run.text)
                case .removed: del { run.text }
                case .added: ins { run.text }
                }
            }
        }
    }
}

private func thingChange(_ change: ThingChange) -> HTML {
    section(.class("change")) {
        h3 {
            Phrase.thing(change.thing)
            " "
            changeTag(change.kind)
            if change.widens {
                " "
                statusTag(.changesWiden, .due)
            }
        }
        dl(.class("facets")) {
            for facet in change.facets { facetLine(facet, of: change.kind) }
        }
    }
}

private func facetLine(_ facet: FacetChange, of kind: ThingChange.Kind) -> HTML {
    div(facet.widens ? .class("widens") : .none) {
        dt {
            Phrase.aspect(facet.aspect)
            if facet.widens {
                " "
                statusTag(.changesWiden, .due)
            }
        }
        dd {
            HTML.perLanguage { language in
                let was = facet.was.map { Phrase.value($0)[language] }
                let now = facet.now.map { Phrase.value($0)[language] }
                return kind == .changed
                    ? sides(TextRun.between(was ?? "", now ?? ""), of: language) : HTML.text(now ?? was ?? "")
            }
        }
    }
}

private func changeTag(_ kind: ThingChange.Kind) -> HTML {
    switch kind {
    case .added: statusTag(.changesAdded, .good)
    case .removed: statusTag(.changesRemoved, .refused)
    case .changed: statusTag(.changesChanged, .neutral)
    }
}
