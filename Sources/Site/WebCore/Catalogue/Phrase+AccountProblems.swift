import Primitives

/// What is wrong with something entered, and how to mend it.
extension Phrase {
    package static let giveAName = Phrase(
        ru: "Укажите фамилию или имя", kk: "Тегіңізді не атыңызды жазыңыз", en: "Give a family name or a given name")
    package static let fillThisIn = Phrase(ru: "Заполните это поле", kk: "Бұл өрісті толтырыңыз", en: "Fill this in")
    /// Why something entered is no part of a name, and what to do.
    package static func nameFault(_ fault: PersonName.Fault) -> Phrase {
        switch fault {
        case .tooLong: nameTooLong
        case .notLetters: notAName
        case .mark: markInName
        case .invisible: invisibleInName
        }
    }
    package static let nameTooLong = Phrase(
        ru: "Слишком длинно: сократите до 100 знаков", kk: "Тым ұзын: 100 таңбаға дейін қысқартыңыз",
        en: "Too long: shorten it to 100 characters")
    static let notAName = Phrase(
        ru: "Напишите имя буквами; можно дефис, апостроф и пробел",
        kk: "Аты-жөнді әріппен жазыңыз; дефис, апостроф және бос орын қоюға болады",
        en: "Write the name in letters; hyphen, apostrophe and space are fine")
    static let markInName = Phrase(
        ru: "Уберите знак над буквой, например ударение: введите имя заново с клавиатуры",
        kk: "Әріп үстіндегі белгіні, мысалы екпінді, алып тастаңыз: атыңызды пернетақтадан қайта теріңіз",
        en: "Remove the mark over a letter, such as a stress mark: type the name again")
    static let invisibleInName = Phrase(
        ru: "Вместе с именем скопирован невидимый знак: введите имя заново с клавиатуры",
        kk: "Атпен бірге көрінбейтін таңба көшірілген: атыңызды пернетақтадан қайта теріңіз",
        en: "A character that cannot be seen was copied with the name: type the name again")
    package static let notAnEmail = Phrase(
        ru: "Проверьте адрес почты: он должен быть вида name@example.kz",
        kk: "Пошта мекенжайын тексеріңіз: ол name@example.kz түрінде болуы керек",
        en: "Check the e-mail address: it should look like name@example.kz")
    package static let emailNotLatin = Phrase(
        ru: "До знака @ нужны латинские буквы: проверьте раскладку клавиатуры",
        kk: "@ белгісіне дейін латын әріптері керек: пернетақта тілін тексеріңіз",
        en: "Before the @ the letters must be Latin: check the layout of the keyboard")
    package static let emailMixed = Phrase(
        ru: "После знака @ смешаны латинские и кириллические буквы: введите адрес заново",
        kk: "@ белгісінен кейін латын және кирилл әріптері араласып кеткен: мекенжайды қайта теріңіз",
        en: "After the @ Latin and Cyrillic letters are mixed: type the address again")
    package static let notATelephone = Phrase(
        ru: "Проверьте номер: 11 цифр для Казахстана, для других стран начните с «+»",
        kk: "Нөмірді тексеріңіз: Қазақстан үшін 11 цифр, басқа елдер үшін «+» белгісінен бастаңыз",
        en: "Check the number: 11 digits for Kazakhstan; for other countries begin with “+”")
    package static let notAnAddress = Phrase(
        ru: "Это не похоже ни на почту, ни на телефон. Проверьте, что введено",
        kk: "Бұл поштаға да, телефонға да ұқсамайды. Енгізілгенді тексеріңіз",
        en: "This looks like neither an e-mail nor a telephone. Check what was entered")
    package static let mustDeclare = Phrase(
        ru: "Отметьте, что данные ваши и вам есть 18 лет: данные других людей и детей мы не собираем",
        kk:
            "Деректердің өзіңіздікі екенін және 18\u{2011}ге толғаныңызды белгілеңіз: басқа адамдар мен балалардың деректерін жинамаймыз",
        en:
            "Tick that the data are yours and that you are 18 or older: we do not collect those of others or of children"
    )
}
