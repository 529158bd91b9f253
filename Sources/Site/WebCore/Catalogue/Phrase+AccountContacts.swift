import Primitives

/// Words of the second step, and of codes.
extension Phrase {
    package static let contactsStepTitle = Phrase(
        ru: "Как с вами связаться?", kk: "Сізбен қалай байланысамыз?", en: "How can we reach you?")
    package static let contactsStepLead = Phrase(
        ru:
            "Подтвердите кодом почту или телефон; второе можно подтвердить позже. Ваших данных в письмах и SMS не будет.",
        kk: "Біреуін қазір кодпен растаңыз, екіншісін кейін растауға болады. Хаттар мен SMS-те деректеріңіз болмайды.",
        en: "Confirm one of them by a code now; the other can wait. Our messages never hold your data.")
    package static let contactsOfChildTitle = Phrase(
        ru: "Как связаться с ребёнком?", kk: "Баламен қалай байланысамыз?", en: "How can we reach the child?")
    package static let contactsOfChildLead = Phrase(
        ru: "Если у ребёнка нет своей почты и своего телефона, оставьте поля пустыми. "
            + "Ваш адрес здесь не нужен: как идёт проверка, видно в вашем кабинете, на странице «За кого я действую».",
        kk: "Баланың өз поштасы мен телефоны болмаса, өрістерді бос қалдырыңыз. "
            + "Сіздің мекенжайыңыз мұнда керек емес: тексеру барысы өз кабинетіңіздегі «Кім үшін әрекет етемін» бетінде көрінеді.",
        en: "If the child has no e-mail and no telephone of their own, leave the fields empty. "
            + "Your own address is not needed here: your account shows how the review goes, on the page “For whom I act”."
    )
    /// Where one address is asked for.
    package static let contactStepLead = Phrase(
        ru: "Мы пришлём код для подтверждения. Ваших данных в сообщении не будет.",
        kk: "Растау үшін код жібереміз. Хабарламада деректеріңіз болмайды.",
        en: "We send a code to confirm it. Our messages never hold your data.")
    package static let emailHint = Phrase(
        ru: "Сюда придёт код. Почта нужна и для входа, чтобы видеть данные и документы.",
        kk: "Код осы поштаға келеді. Кейін кіріп, деректер мен құжаттарды көру үшін де осы пошта керек.",
        en: "The code comes here. You also need this e-mail to sign in and see data and documents.")
    package static let telephoneHint = Phrase(
        ru: "В любой записи: 8 777 …, +7 777 … или номер другой страны с «+».",
        kk: "Қалай жазсаңыз да болады: 8 777 …, +7 777 … немесе «+» белгісінен басталатын басқа елдің нөмірі.",
        en: "Written any way: 8 777 …, +7 777 …, or a number of another country with “+”.")
    package static let addressConfirmed = Phrase(ru: "Подтверждено.", kk: "Расталған.", en: "Confirmed.")
    package static let giveOneAddress = Phrase(
        ru: "Укажите почту или телефон: без них мы не сможем прислать код",
        kk: "Пошта не телефон көрсетіңіз: оларсыз код жібере алмаймыз",
        en: "Give an e-mail address or a telephone number: without one we cannot send a code")

    package static let codeTitle = Phrase(ru: "Введите код", kk: "Кодты енгізіңіз", en: "Enter the code")
    package static func codeSentTo(_ email: Bool) -> Phrase {
        email
            ? Phrase(ru: "Мы отправили код на почту", kk: "Кодты поштаға жібердік:", en: "We sent a code by e-mail to")
            : Phrase(
                ru: "Мы отправили код на номер", kk: "Кодты нөмірге жібердік:", en: "We sent a code by text message to")
    }
    /// The same when the browser does not tell where to.
    package static func codeSent(_ email: Bool) -> Phrase {
        email
            ? Phrase(
                ru: "Мы отправили код на вашу почту.", kk: "Кодты поштаңызға жібердік.",
                en: "We sent a code to your e-mail.")
            : Phrase(
                ru: "Мы отправили код на ваш телефон.", kk: "Кодты телефоныңызға жібердік.",
                en: "We sent a code to your telephone.")
    }
    package static func codeMaybeSent(_ email: Bool) -> Phrase {
        email
            ? Phrase(
                ru: "Если ваша почта у нас подтверждена, на неё отправлен код.",
                kk: "Поштаңыз бізде расталған болса, оған код жіберілді.",
                en: "If your e-mail is confirmed with us, a code has been sent to it.")
            : Phrase(
                ru: "Если ваш номер у нас подтверждён, на него отправлен код.",
                kk: "Нөміріңіз бізде расталған болса, оған код жіберілді.",
                en: "If your number is confirmed with us, a code has been sent to it.")
    }
    package static func codeMaybeSentTo(_ email: Bool) -> Phrase {
        email
            ? Phrase(
                ru: "Если такая почта у нас подтверждена, на неё отправлен код:",
                kk: "Мұндай пошта бізде расталған болса, оған код жіберілді:",
                en: "If this e-mail is confirmed with us, a code has been sent to it:")
            : Phrase(
                ru: "Если такой номер у нас подтверждён, на него отправлен код:",
                kk: "Мұндай нөмір бізде расталған болса, оған код жіберілді:",
                en: "If this number is confirmed with us, a code has been sent to it:")
    }
    package static let codeLabel = Phrase(ru: "Код", kk: "Код", en: "Code")
    package static let codeHint = Phrase(
        ru: "Шесть цифр. Никому его не сообщайте.", kk: "Алты цифр. Оны ешкімге айтпаңыз.",
        en: "Six digits. Tell it to nobody.")
    package static let confirm = Phrase(ru: "Подтвердить", kk: "Растау", en: "Confirm")
    package static let codeTimeLeft = Phrase(
        ru: "Код действует ещё {time}", kk: "Код тағы {time} жарамды", en: "The code is valid for {time} more")
    package static func codeValidUntil(_ clock: Phrase) -> Phrase {
        Phrase(
            ru: "Код действует до \(clock.ru)", kk: "Код мына уақытқа дейін жарамды: \(clock.kk)",
            en: "The code is valid until \(clock.en)")
    }
    package static let codeEnded = Phrase(
        ru: "Код больше не действует. Запросите новый.", kk: "Код енді жарамсыз. Жаңасын сұраңыз.",
        en: "The code is no longer valid. Ask for a new one.")
    package static let sendCodeAgain = Phrase(
        ru: "Отправить код ещё раз", kk: "Кодты қайта жіберу", en: "Send another code")
    package static func codesApart(_ pause: Phrase) -> Phrase {
        Phrase(
            ru: "не раньше чем через \(pause.ru) после прежнего",
            kk: "алдыңғысынан кейін кемінде \(pause.kk) өткен соң",
            en: "at least \(pause.en) after the last one")
    }
    package static let codeSentAgain = Phrase(
        ru: "Новый код отправлен, прежний больше не действует", kk: "Жаңа код жіберілді, бұрынғысы жарамсыз",
        en: "A new code was sent; the one before is no longer valid")
    package static let codeDoesNotCome = Phrase(
        ru: "Код не приходит", kk: "Код келмей жатыр", en: "The code does not come")
    package static let lookInSpam = Phrase(
        ru: "Письмо может идти минуту. Посмотрите в папке «Спам».",
        kk: "Хат бір минут жүруі мүмкін. «Спам» қалтасын қараңыз.",
        en: "It may take a minute. Look in the spam folder.")
    package static let lookForSignal = Phrase(
        ru: "SMS может идти минуту. Проверьте, есть ли связь.",
        kk: "SMS бір минут жүруі мүмкін. Байланыстың барын тексеріңіз.",
        en: "The message may take a minute. Check that you have a signal.")
    package static let addressWrong = Phrase(
        ru: "Адрес с ошибкой?", kk: "Мекенжай қате ме?", en: "Is the address wrong?")
    package static let callUs = Phrase(ru: "Позвоните нам:", kk: "Бізге қоңырау шалыңыз:", en: "Call us:")
    package static let codeByTelephone = Phrase(
        ru: "Отправить код на телефон", kk: "Кодты телефонға жіберу", en: "Send a code to the telephone")
    package static let codeByEmail = Phrase(
        ru: "Отправить код на почту", kk: "Кодты поштаға жіберу", en: "Send a code to the e-mail")

    package static func wrongCode(_ left: Int) -> Phrase {
        if left == 0 {
            return Phrase(
                ru: "Код не подошёл, попыток больше нет. Запросите новый код.",
                kk: "Код сәйкес келмеді, мүмкіндік қалмады. Жаңа код сұраңыз.",
                en: "The code does not fit and no tries are left. Ask for a new one.")
        }
        let tries = count(left, ru: ("попытка", "попытки", "попыток"), kk: "мүмкіндік", en: ("try", "tries"))
        return Phrase(
            ru: "Код не подошёл. Осталось: \(tries.ru).", kk: "Код сәйкес келмеді. Қалғаны: \(tries.kk).",
            en: "The code does not fit. You have \(tries.en) left.")
    }
    package static func codeAgainAt(_ clock: Phrase) -> Phrase {
        Phrase(
            ru: "Следующий код можно отправить в \(clock.ru). Уже отправленный ещё действует.",
            kk: "Келесі кодты мына уақыттан бастап жіберуге болады: \(clock.kk). Алдыңғысы әлі жарамды.",
            en: "Another code can be sent at \(clock.en). The one already sent is still valid.")
    }
    package static func tooManyCodesUntil(_ clock: Phrase) -> Phrase {
        Phrase(
            ru: "Для этого адреса запрошено слишком много кодов. Новый можно отправить в \(clock.ru).",
            kk: "Бұл мекенжайға тым көп код сұралды. Жаңасын жіберуге болатын уақыт: \(clock.kk).",
            en: "Too many codes were asked for this address. A new one can be sent at \(clock.en).")
    }
}
