/// How letters are written in other alphabets and by other practices: all ways that documents of Kazakhstan have known.
enum Transliteration {
    /// Cyrillic letters, Kazakh and Russian, in Latin: ICAO Doc 9303 part 3 section 6, passports before and after 2021.
    static let latin: [Character: [String]] = [
        "А": ["A"], "Ә": ["A", "AE", "E"], "Б": ["B"], "В": ["V", "W"], "Г": ["G", "GH"], "Ғ": ["G", "GH"],
        "Д": ["D"], "Е": ["E", "YE", "IE", "JE"], "Ё": ["E", "YO", "IO", "JO", "YE", "O"], "Ж": ["ZH", "J"],
        "З": ["Z"], "И": ["I", "Y", "IY"], "Й": ["I", "Y", "J", ""], "К": ["K", "C"], "Қ": ["K", "Q"], "Л": ["L"],
        "М": ["M"], "Н": ["N"], "Ң": ["N", "NG"], "О": ["O"], "Ө": ["O", "OE"], "П": ["P"], "Р": ["R"], "С": ["S"],
        "Т": ["T"], "У": ["U", "W", "OU"], "Ұ": ["U"], "Ү": ["U", "UE", "Y"], "Ф": ["F"], "Х": ["KH", "H", "X"],
        "Һ": ["H"], "Ц": ["TS", "C"], "Ч": ["CH", "TCH"], "Ш": ["SH", "S"], "Щ": ["SHCH", "SH", "SC"],
        "Ъ": ["", "IE"], "Ы": ["Y", "I"], "І": ["I", "Y"], "Ь": [""], "Э": ["E"], "Ю": ["YU", "IU", "JU", "U"],
        "Я": ["YA", "IA", "JA", "A"],
    ]

    /// Latin letters with marks, as a zone writes them, and letters that stand for two.
    static let plain: [Character: [String]] = [
        "Ä": ["A", "AE"], "Á": ["A"], "Ğ": ["G"], "Ǵ": ["G"], "İ": ["I"], "Ï": ["I"], "Ñ": ["N", "NG"],
        "Ŋ": ["N", "NG"], "Ń": ["N"], "Ö": ["O", "OE"], "Ó": ["O"], "Ş": ["S", "SH"], "Ü": ["U", "UE", "UXX"],
        "Ú": ["U"], "Ū": ["U"], "Ý": ["Y"], "É": ["E"], "Ç": ["C", "CH"], "X": ["X", "KS"],
    ]

    /// Kazakh letters as a Russian document writes them.
    static let russian: [Character: [String]] = [
        "Ә": ["А", "Е", "Я"], "Ғ": ["Г"], "Қ": ["К"], "Ң": ["Н", "НГ"], "Ө": ["О"], "Ұ": ["У"], "Ү": ["У", "Ю"],
        "Һ": ["Х", "Г"], "І": ["И", "Ы"], "Ё": ["Е"], "Э": ["Е"],
    ]
}
