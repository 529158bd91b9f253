import Primitives

/// What was done with a person's threads, in the list of who looked.
extension Phrase {
    package static let didWriteMessage = Phrase(
        ru: "Вы написали оператору", kk: "Сіз операторға жаздыңыз", en: "You wrote to the operator")
    package static func staffNotedMessage(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ",
            Phrase(
                ru: "записал разговор с вами", kk: "сізбен әңгімені жазып қойды", en: "put a conversation with you down"
            ))
    }
    package static func staffTookLetter(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ",
            Phrase(
                ru: "принял письмо, пришедшее с вашего адреса", kk: "мекенжайыңыздан келген хатты қабылдады",
                en: "took a letter that came from your address"))
    }
    package static func staffTookThread(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ",
            Phrase(
                ru: "назначил, кто вам ответит", kk: "сізге кім жауап беретінін белгіледі",
                en: "settled who answers you"))
    }
    package static func staffOpenedThread(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ",
            Phrase(ru: "открыл вашу переписку", kk: "хат алмасуыңызды ашты", en: "opened your thread"))
    }
    package static func staffAnsweredMessage(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ",
            Phrase(ru: "ответил на ваше сообщение", kk: "хабарламаңызға жауап берді", en: "answered your message"))
    }
    package static func staffClosedThread(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ",
            Phrase(ru: "закрыл вашу переписку", kk: "хат алмасуыңызды жапты", en: "closed your thread"))
    }
}
