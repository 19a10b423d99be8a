"""The languages that the register knows, by the codes of BCP 47. British Sign Language is `bfi`."""

BRITISH_SIGN_LANGUAGE = "bfi"

LANGUAGES: dict[str, str] = {
    "en": "English",
    BRITISH_SIGN_LANGUAGE: "British Sign Language (BSL)",
    "sq": "Albanian",
    "am": "Amharic",
    "ar": "Arabic",
    "bn": "Bengali",
    "bg": "Bulgarian",
    "yue": "Cantonese",
    "prs": "Dari",
    "fa": "Farsi",
    "fr": "French",
    "de": "German",
    "el": "Greek",
    "gu": "Gujarati",
    "hi": "Hindi",
    "it": "Italian",
    "ku": "Kurdish",
    "lt": "Lithuanian",
    "zh": "Mandarin",
    "ne": "Nepali",
    "ps": "Pashto",
    "pl": "Polish",
    "pt": "Portuguese",
    "pa": "Punjabi",
    "ro": "Romanian",
    "ru": "Russian",
    "so": "Somali",
    "es": "Spanish",
    "sw": "Swahili",
    "syl": "Sylheti",
    "ta": "Tamil",
    "ti": "Tigrinya",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "cy": "Welsh",
}


def language_name(code: str) -> str:
    """What a language is called; its code where the register does not know it.

    >>> language_name("bfi"), language_name("xx")
    ('British Sign Language (BSL)', 'xx')
    """
    return LANGUAGES.get(code, code)
