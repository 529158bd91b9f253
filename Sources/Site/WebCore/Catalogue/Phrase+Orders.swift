import Primitives

/// Words of a person's orders.
extension Phrase {
    package static let tabOrders = Phrase(ru: "Услуги", kk: "Қызметтер", en: "Services")
    package static let ordersTitle = Phrase(ru: "Мои заказы", kk: "Тапсырыстарым", en: "My orders")
    package static let ordersNone = Phrase(ru: "Заказов пока нет", kk: "Әзірге тапсырыс жоқ", en: "No orders yet")
    package static let ordersNoneWhy = Phrase(
        ru: "Выберите услугу в каталоге.", kk: "Каталогтан қызмет таңдаңыз.", en: "Choose a service in the catalogue.")
    package static let toServices = Phrase(ru: "К каталогу услуг", kk: "Қызметтер каталогына", en: "To the services")
    package static let toOrders = Phrase(ru: "К моим заказам", kk: "Тапсырыстарыма", en: "To my orders")
    package static func orderServiceTitle(_ service: Phrase) -> Phrase {
        Phrase(ru: "Заказ: \(service.ru)", kk: "Тапсырыс: \(service.kk)", en: "Order: \(service.en)")
    }
    package static let orderAgreementLead = Phrase(
        ru: "Прочитайте договор. Он заключается отдельно от согласия на обработку данных и ничего в нём не меняет.",
        kk: "Шартты оқыңыз. Ол деректерді өңдеуге берген келісімнен бөлек жасалады және оны өзгертпейді.",
        en: "Read the agreement. It is apart from your consent to processing and changes nothing in it.")
    package static let acceptAgreement = Phrase(
        ru: "Принимаю договор", kk: "Шартты қабылдаймын", en: "I accept the agreement")
    package static let orderAccept = Phrase(
        ru: "Принять и заказать", kk: "Қабылдап, тапсырыс беру", en: "Accept and order")
    package static let orderNotAccepted = Phrase(
        ru: "Отметьте, что принимаете договор: без него услуга не оказывается",
        kk: "Шартты қабылдайтыныңызды белгілеңіз: онсыз қызмет көрсетілмейді",
        en: "Tick that you accept the agreement: no service is given without it")
    package static let orderTextChanged = Phrase(
        ru:
            "Пока страница была открыта, условия услуги или договор изменились. Теперь на этой странице то, что действует сейчас: прочитайте и отметьте ещё раз",
        kk: "Бет ашық тұрғанда қызмет талаптары не шарт өзгерді. Жаңалары осы бетте: оқып шығып, қайта белгілеңіз",
        en:
            "The service or its agreement changed while the page was open. What holds now stands on this page: read it and tick again"
    )
    package static let orderTooMany = Phrase(
        ru: "У вас уже двадцать незавершённых заказов", kk: "Сізде аяқталмаған жиырма тапсырыс бар",
        en: "You have twenty orders that are not ended yet")
    package static let orderNotIdentified = Phrase(
        ru: "Сначала нужна проверка", kk: "Алдымен тексеруден өту керек", en: "Identification comes first")
    package static let orderNotIdentifiedWhy = Phrase(
        ru: "Заказывать услуги можно после того, как регистрация одобрена.",
        kk: "Қызметке тіркелу мақұлданғаннан кейін тапсырыс беруге болады.",
        en: "Services can be ordered once your registration is approved.")
    package static let orderMade = Phrase(ru: "Заказ оформлен", kk: "Тапсырыс берілді", en: "Your order is placed")
    package static let orderMadeNext = Phrase(
        ru: "Мы сообщим, когда его возьмут в работу.", kk: "Жұмысқа алынғанда хабарлаймыз.",
        en: "We will tell you when somebody takes it up.")
    package static let orderWay = Phrase(ru: "Ход заказа", kk: "Тапсырыстың барысы", en: "The order’s way")
    package static let orderAccepted = Phrase(
        ru: "Принятый договор", kk: "Қабылданған шарт", en: "The agreement you accepted")
    package static let orderAcceptedAt = Phrase(ru: "Когда принят", kk: "Қашан қабылданды", en: "Accepted at")
    package static let orderManner = Phrase(ru: "Как принят", kk: "Қалай қабылданды", en: "How")
    package static let orderByTick = Phrase(
        ru: "отметкой под текстом, в своём кабинете", kk: "өз кабинетінде, мәтін астындағы белгімен",
        en: "by the box under the text, in the account")
    package static let orderLanguage = Phrase(ru: "Язык текста", kk: "Мәтіннің тілі", en: "Language of the text")
    package static let orderReason = Phrase(ru: "Причина отказа", kk: "Бас тарту себебі", en: "Reason of the refusal")
    package static let orderState = Phrase(ru: "Состояние", kk: "Күйі", en: "State")
    package static let orderPlacedAt = Phrase(ru: "Оформлен", kk: "Берілген уақыты", en: "Placed")
    package static let orderPaid = Phrase(ru: "Оплачен", kk: "Төленген уақыты", en: "Paid")
    package static let orderNotPaid = Phrase(
        ru: "оплата не отмечена", kk: "төлем белгіленбеген", en: "not marked as paid")
    package static let orderWithdraw = Phrase(
        ru: "Отозвать заказ", kk: "Тапсырысты кері қайтарып алу", en: "Withdraw the order")
    package static let orderService = Phrase(ru: "Услуга", kk: "Қызмет", en: "Service")
    package static let orderRecipientFor = Phrase(
        ru: "Для каких услуг", kk: "Қандай қызметтер үшін", en: "For which services")

    package static let didPlaceOrder = Phrase(
        ru: "Вы заказали услугу и приняли договор", kk: "Сіз қызметке тапсырыс беріп, шартты қабылдадыңыз",
        en: "You ordered a service and accepted its agreement")
    package static let didWithdrawOrder = Phrase(
        ru: "Вы отозвали заказ", kk: "Сіз тапсырысты кері қайтарып алдыңыз", en: "You withdrew an order")
    package static func staffOpenedOrder(_ who: Phrase) -> Phrase {
        who.followed(by: " ", Phrase(ru: "открыл ваш заказ", kk: "тапсырысыңызды ашты", en: "opened your order"))
    }
    package static func staffWorkedOrder(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ",
            Phrase(
                ru: "изменил состояние вашего заказа", kk: "тапсырысыңыздың күйін өзгертті",
                en: "changed the state of your order"))
    }
    package static func staffEndedService(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ",
            Phrase(
                ru: "завершил услугу по вашему заказу", kk: "тапсырысыңыз бойынша қызметті аяқтады",
                en: "ended the service of your order"))
    }

    package static let orderMessages = Phrase(
        ru: "Сообщения о заказе", kk: "Тапсырыс туралы хабарламалар", en: "Messages about the order")
    package static func threadAboutOrder(_ number: Int) -> Phrase {
        Phrase(ru: "О заказе \(number)", kk: "\(number)-тапсырыс туралы", en: "About order \(number)")
    }
    package static let officeOrderWrite = Phrase(
        ru: "Написать человеку о заказе", kk: "Адамға тапсырыс туралы жазу", en: "Write to the person about the order")
    package static let officeOrderWords = Phrase(
        ru: "Сообщение человеку", kk: "Адамға хабарлама", en: "The message to the person")
}
