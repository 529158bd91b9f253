import Primitives

/// Words of the counter, where staff register somebody who stands before them.
extension Phrase {
    package static let counterTitle = Phrase(ru: "Стойка", kk: "Қабылдау орны", en: "Counter")
    package static let counterLead = Phrase(
        ru: "Регистрация человека, который стоит перед вами. Пока он не согласился, имя не сохраняется.",
        kk: "Алдыңызда тұрған адамды тіркеу. Ол келіскенше аты-жөні сақталмайды.",
        en: "Registers the person who stands before you. The name is not stored until they agree.")
    package static let counterLanguage = Phrase(
        ru: "Язык человека", kk: "Адамның тілі", en: "The person’s language")
    package static let counterLanguageMissing = Phrase(
        ru: "Выберите язык", kk: "Тілді таңдаңыз", en: "Choose a language")
    package static let counterChannel = Phrase(
        ru: "Как человек соглашается", kk: "Адам қалай келіседі", en: "How the person agrees")
    package static let counterChannelMissing = Phrase(
        ru: "Выберите способ", kk: "Тәсілді таңдаңыз", en: "Choose a way")
    package static let counterByTelephone = Phrase(
        ru: "По коду на телефон человека", kk: "Адамның телефонына келген кодпен",
        en: "By a code to the person’s telephone")
    package static let counterByEmail = Phrase(
        ru: "По коду на почту человека", kk: "Адамның поштасына келген кодпен", en: "By a code to the person’s e-mail")
    package static let counterAddress = Phrase(
        ru: "Номер или адрес почты", kk: "Нөмір немесе пошта мекенжайы", en: "Number or e-mail address")
    package static let counterAddressHint = Phrase(
        ru:
            "Код придёт на собственное устройство человека; туда же придут и коды для входа. Если человек подписывает на бумаге, оставьте пустым.",
        kk: "Код адамның өз құрылғысына келеді; кіру кодтары да сонда келеді. Қағазға қол қойса, бос қалдырыңыз.",
        en:
            "The code comes to the person’s own device, as later codes for signing in do. Leave this empty if they sign on paper."
    )
    package static let counterSendCode = Phrase(
        ru: "Показать согласие", kk: "Келісімді көрсету", en: "Show the consent")
    package static let counterConsentTitle = Phrase(
        ru: "Согласие человека", kk: "Адамның келісімі", en: "The person’s consent")
    package static let counterConsentLead = Phrase(
        ru: "Покажите человеку текст. Если он соглашается, пусть назовёт код, который пришёл на его устройство.",
        kk: "Мәтінді адамға көрсетіңіз. Келіссе, өз құрылғысына келген кодты айтсын.",
        en: "Show the text to the person. If they agree, they tell you the code that came to their device.")
    package static let counterDeclared = Phrase(
        ru: "Человек подтвердил: данные его собственные, ему есть 18 лет",
        kk: "Адам растады: деректер өзінікі, жасы 18-ге толған",
        en: "The person has confirmed: the data are their own, and they are 18 or older")
    package static let counterAgreed = Phrase(
        ru: "Человек прочитал текст согласия", kk: "Адам келісім мәтінін оқыды",
        en: "The person has read the text of the consent")
    package static let counterNotTicked = Phrase(
        ru: "Без этой отметки ничего не сохраняется", kk: "Бұл белгісіз ештеңе сақталмайды",
        en: "Nothing is stored unless this is ticked")
    package static let counterCode = Phrase(ru: "Код согласия", kk: "Келісім коды", en: "Consent code")
    package static let counterCodeHint = Phrase(
        ru: "Шесть цифр. Если у человека уже есть учётная запись, вместо кода придёт письмо об этом.",
        kk: "Алты цифр. Адамның есептік жазбасы бұрыннан болса, код орнына сол туралы хабар келеді.",
        en: "Six digits. If the person already has an account, a message about that comes instead of a code.")
    package static let counterCodeLater = Phrase(
        ru: "Ещё один код пока отправить нельзя. Подождите минуту.",
        kk: "Тағы бір кодты әзірге жіберуге болмайды. Бір минут күтіңіз.",
        en: "Another code cannot be sent yet. Wait a minute.")
    package static let counterConfirm = Phrase(
        ru: "Сохранить с согласием", kk: "Келісіммен сақтау", en: "Store with the consent")
    package static func counterCase(_ number: String) -> Phrase {
        Phrase(ru: "Регистрация \(number)", kk: "\(number) тіркелуі", en: "Registration \(number)")
    }
    package static let counterDocumentsLead = Phrase(
        ru: "Согласие сохранено, адрес подтверждён. Отметьте документ, который видели, или сфотографируйте его.",
        kk: "Келісім сақталды, мекенжай расталды. Көрген құжатыңызды белгілеңіз немесе суретке түсіріңіз.",
        en: "The consent is stored and the address confirmed. Enter the document you have seen, or photograph it.")
    package static let counterReceived = Phrase(ru: "Уже есть", kk: "Бар құжаттар", en: "Already there")
    package static func originalSeen(_ title: Phrase, on day: Phrase) -> Phrase {
        Phrase(
            ru: "\(title.ru): оригинал видели \(day.ru)", kk: "\(title.kk): түпнұсқасы көрілген күн – \(day.kk)",
            en: "\(title.en): original seen on \(day.en)")
    }
    package static let originalSeenLead = Phrase(
        ru: "Снимка нет: хранятся вид документа, последние 4 знака номера и день.",
        kk: "Суреті жоқ: құжаттың түрі, нөмірінің соңғы 4 таңбасы мен күні сақталады.",
        en: "There is no scan: the kind, the last 4 characters of the number and the day are kept.")
    package static let counterOriginal = Phrase(
        ru: "Оригинал предъявлен", kk: "Түпнұсқасын көрдім", en: "Seen original")
    package static let counterOriginalLead = Phrase(
        ru: "Вместо снимка: сохраняются вид документа, последние 4 знака номера и день.",
        kk: "Сурет орнына: құжаттың түрі, нөмірінің соңғы 4 таңбасы мен күні сақталады.",
        en: "In place of a scan: the kind, the last 4 characters of the number and the day are kept.")
    package static let officeOriginals = Phrase(
        ru: "Оригинал видели у стойки", kk: "Түпнұсқасы қабылдау орнында көрілді", en: "Original seen at the counter")
    package static let counterKind = Phrase(ru: "Документ", kk: "Құжат", en: "Document")
    package static let counterKindMissing = Phrase(
        ru: "Выберите документ", kk: "Құжатты таңдаңыз", en: "Choose a document")
    package static let counterDigits = Phrase(
        ru: "Последние 4 знака номера", kk: "Нөмірінің соңғы 4 таңбасы", en: "Last 4 characters of the number")
    package static let counterDigitsWrong = Phrase(
        ru: "Введите ровно 4 цифры или буквы", kk: "Дәл 4 цифр немесе әріп енгізіңіз",
        en: "Enter exactly 4 digits or letters")
    package static let counterDay = Phrase(ru: "Когда видели", kk: "Қашан көрдіңіз", en: "Seen on")
    package static let counterDayWrong = Phrase(
        ru: "Введите сегодняшний день или один из 30 прошедших", kk: "Бүгінгі немесе өткен 30 күннің бірін енгізіңіз",
        en: "Enter today or one of the past 30 days")
    package static let counterSee = Phrase(
        ru: "Записать оригинал", kk: "Көргенімді жазу", en: "Record that I saw it")
    package static func counterFile(_ title: Phrase) -> Phrase {
        Phrase(ru: "Снимок: \(title.ru)", kk: "Суреті: \(title.kk)", en: "Photograph: \(title.en)")
    }
    package static let counterFileRefused = Phrase(
        ru: "Этот файл принять нельзя: подходит фото или PDF в пределах политики",
        kk: "Бұл файл қабылданбайды: саясат шегіндегі фото не PDF керек",
        en: "This file cannot be taken: a photograph or PDF within the policy’s limits is needed")
    package static let counterSendLead = Phrase(
        ru: "Решение примет другой работник.", kk: "Шешімді басқа қызметкер қабылдайды.",
        en: "Another member of staff decides.")
    package static let counterSend = Phrase(
        ru: "Отправить на проверку", kk: "Тексеруге жіберу", en: "Send to review")
    package static let counterIncomplete = Phrase(
        ru: "Не хватает обязательного документа", kk: "Міндетті құжат жетіспейді",
        en: "A compulsory document is missing")
    package static let counterBeingRead = Phrase(
        ru: "Документ ещё читается. Подождите немного.", kk: "Құжат әлі оқылып жатыр. Сәл күтіңіз.",
        en: "A document is still being read. Wait a little.")
    package static let counterSent = Phrase(
        ru: "Отправлено на проверку", kk: "Тексеруге жіберілді", en: "Sent to review")
    package static let counterSentUnreached = Phrase(
        ru: "Адрес не подтверждён: решение человеку сообщит работник.",
        kk: "Мекенжай расталмаған: шешімді адамға қызметкер хабарлайды.",
        en: "No address is confirmed: staff tell the person the decision.")
    package static let counterSentLead = Phrase(
        ru: "Человек входит на сайт по коду и видит там всё.",
        kk: "Адам сайтқа кодпен кіріп, бәрін сол жерден көреді.",
        en: "The person signs in on the site by a code and sees everything there.")
}
