import Markup
import Primitives

/// Two ways to send a picture: take it now, or choose files that are there; both go to the same place.
///
/// The camera is offered where there may be one in the hand. Without scripts both are plain fields.
///
/// - Parameter limits: the identifier of the text that says which files are taken.
package func fileChoices(
    _ name: FieldName, in form: Form, accept: StaticString, isMultiple: Bool, limits: String
) -> HTML {
    let error = form.error(of: name)
    let described = [limits, error == nil ? nil : name.errorID].compactMap { $0 }
    let camera = FieldName("camera-\(name.text)")
    return div(error == nil ? .class("field", "file-choices") : .class("field", "file-choices", "wrong")) {
        if let error { fieldError(name, error) }
        div(.class("file-choice", "with-camera")) {
            input(
                .id(camera.controlID), .name(camera.text), .type(.file), .accept("image/*"), .captureEnvironment,
                .ariaDescribedBy([limits]))
            label(.for(camera.controlID), .class("button")) {
                icon(.camera)
                Phrase.takePhoto
            }
        }
        div(.class("file-choice")) {
            input(
                .id(name.controlID), .name(name.text), .type(.file), .accept(accept),
                Attribute.multiple.when(isMultiple), .ariaDescribedBy(described),
                Attribute.ariaInvalid.when(error != nil))
            label(.for(name.controlID), .class("button", "secondary")) {
                icon(.document)
                isMultiple ? Phrase.chooseFiles : .chooseFile
            }
        }
        p(.class("hint", "drop-hint")) { Phrase.orDropHere }
    }
}
