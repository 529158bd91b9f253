extension Phrase {
    /// The name of a country by its ISO 3166-1 alpha-2 code; the code itself for those not listed.
    package static func countryName(_ code: String) -> Phrase {
        switch code {
        case "KZ": Phrase(ru: "Казахстан", kk: "Қазақстан", en: "Kazakhstan")
        case "RU": Phrase(ru: "Россия", kk: "Ресей", en: "Russia")
        case "KG": Phrase(ru: "Кыргызстан", kk: "Қырғызстан", en: "Kyrgyzstan")
        case "UZ": Phrase(ru: "Узбекистан", kk: "Өзбекстан", en: "Uzbekistan")
        case "BY": Phrase(ru: "Беларусь", kk: "Беларусь", en: "Belarus")
        case "CN": Phrase(ru: "Китай", kk: "Қытай", en: "China")
        case "TR": Phrase(ru: "Турция", kk: "Түркия", en: "Turkey")
        case "AE": Phrase(ru: "ОАЭ", kk: "БАӘ", en: "United Arab Emirates")
        case "DE": Phrase(ru: "Германия", kk: "Германия", en: "Germany")
        case "NL": Phrase(ru: "Нидерланды", kk: "Нидерланд", en: "Netherlands")
        case "FI": Phrase(ru: "Финляндия", kk: "Финляндия", en: "Finland")
        case "GB": Phrase(ru: "Великобритания", kk: "Ұлыбритания", en: "United Kingdom")
        case "US": Phrase(ru: "США", kk: "АҚШ", en: "United States")
        default: Phrase(ru: code, kk: code, en: code)
        }
    }
}
