// Made of redactie/maskeren.py by `python -m kennisbank.maskeerscript`. Do not change by hand.
export const MASKER = "\\[[a-z-]+\\]";
export const ONZICHTBAAR = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]";
export const GEEN_LETTERS = "al|da|de|di|do|en|er|ga|ha|he|ik|in|is|ja|je|ma|me|na|nu|of|om|op|te|tm|tv|uw|vr|wo|za|ze|zo";
export const WOORDEN = {
  "bsn": "een burgerservicenummer",
  "iban": "een rekeningnummer",
  "telefoon": "een telefoonnummer",
  "postcode": "een postcode",
  "adres": "een adres",
  "datum": "een datum",
  "e-mail": "een e-mailadres",
  "webadres": "een webadres",
  "kenteken": "een kenteken",
  "zaaknummer": "een zaaknummer",
  "nummer": "een nummer"
};
export const REGELS = [
  [
    "(?:https?://|www\\.)\\S+",
    "[webadres]"
  ],
  [
    "[^\\s@]+\\s?@\\s?[^\\s@]+",
    "[e-mail]"
  ],
  [
    "(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))[A-Z]{2}\\s?[0-9]{2}(?:\\s?[A-Z]{4})(?:[\\s.]?[0-9]){7,18}(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))",
    "[iban]"
  ],
  [
    "(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))[A-Z]{2}[0-9]{2}(?:\\s?[A-Z0-9]{4}){2,7}(?:\\s?[A-Z0-9]{1,3})?(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))",
    "[iban]"
  ],
  [
    "(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))[0-9]{1,2}[\\s.\\-/]+(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?[\\s.\\-/]*'?[0-9]{2,4}(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))",
    "[datum]"
  ],
  [
    "(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))[0-9]{1,2}\\s?[-/.]\\s?[0-9]{1,2}\\s?[-/.]\\s?(?:[0-9]{4}|[0-9]{2})(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))(?![\\s.\\-/]?[0-9])",
    "[datum]"
  ],
  [
    "(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))(?:19|20)[0-9]{2}\\s?[-/.]\\s?[0-9]{1,2}\\s?[-/.]\\s?[0-9]{1,2}(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))",
    "[datum]"
  ],
  [
    "(?<![\\p{L}\\p{N}_])(?:\\+|00)\\s?[0-9]{1,3}(?:[\\s.\\-()]*[0-9]){7,12}(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))",
    "[telefoon]"
  ],
  [
    "(?<![\\p{L}\\p{N}_])\\(?0[0-9]{1,3}\\)?(?:[\\s.\\-/]*[0-9]){6,8}(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))(?![0-9])",
    "[telefoon]"
  ],
  [
    "(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))[A-Z]{1,6}[\\s.\\-/]?(?:19|20)[0-9]{2}[\\s.\\-/][0-9]{2,}[\\p{L}\\p{N}_]*",
    "[zaaknummer]"
  ],
  [
    "(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))(?:19|20)[0-9]{2}[.\\-/][0-9]{3,}[\\p{L}\\p{N}_]*",
    "[zaaknummer]"
  ],
  [
    "(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))[A-Z]{1,6}[.\\-/]?[0-9]{2,4}[.\\-/][0-9]{3,}[\\p{L}\\p{N}_]*",
    "[zaaknummer]"
  ],
  [
    "(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))(?:zaak|dossier|kenmerk|aanslag|klant|meldings?|polis)\\s?-?(?:nummer|nr)?\\.?:?\\s*(?=\\S*[0-9])\\S+",
    "[zaaknummer]"
  ],
  [
    "(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))([1-9][0-9]{3})[\\s-]?([A-Z]{2})(?![A-Z])(\\s*-?\\s*[0-9]{1,5}(?:-?[A-Z]{1,3})?(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_])))?",
    "_postcode"
  ],
  [
    "(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))(?:[A-Z]{2}-[0-9]{2}-[0-9]{2}|(?!(?:al|da|de|di|do|en|er|ga|ha|he|ik|in|is|ja|je|ma|me|na|nu|of|om|op|te|tm|tv|uw|vr|wo|za|ze|zo)\\s[0-9]{2}\\s[0-9]{2}(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_])))[A-Z]{2}\\s[0-9]{2}\\s[0-9]{2}|[A-Z]{2}[0-9]{2}[0-9]{2}|[0-9]{2}-[0-9]{2}-[A-Z]{2}|(?![0-9]{2}\\s[0-9]{2}\\s(?:al|da|de|di|do|en|er|ga|ha|he|ik|in|is|ja|je|ma|me|na|nu|of|om|op|te|tm|tv|uw|vr|wo|za|ze|zo)(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_])))[0-9]{2}\\s[0-9]{2}\\s[A-Z]{2}|[0-9]{2}[0-9]{2}[A-Z]{2}|[0-9]{2}-[A-Z]{2}-[0-9]{2}|(?![0-9]{2}\\s(?:al|da|de|di|do|en|er|ga|ha|he|ik|in|is|ja|je|ma|me|na|nu|of|om|op|te|tm|tv|uw|vr|wo|za|ze|zo)\\s[0-9]{2}(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_])))[0-9]{2}\\s[A-Z]{2}\\s[0-9]{2}|[0-9]{2}[A-Z]{2}[0-9]{2}|[A-Z]{2}-[0-9]{2}-[A-Z]{2}|(?!(?:al|da|de|di|do|en|er|ga|ha|he|ik|in|is|ja|je|ma|me|na|nu|of|om|op|te|tm|tv|uw|vr|wo|za|ze|zo)\\s[0-9]{2}\\s(?:al|da|de|di|do|en|er|ga|ha|he|ik|in|is|ja|je|ma|me|na|nu|of|om|op|te|tm|tv|uw|vr|wo|za|ze|zo)(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_])))[A-Z]{2}\\s[0-9]{2}\\s[A-Z]{2}|[A-Z]{2}[0-9]{2}[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-[0-9]{2}|(?!(?:al|da|de|di|do|en|er|ga|ha|he|ik|in|is|ja|je|ma|me|na|nu|of|om|op|te|tm|tv|uw|vr|wo|za|ze|zo)\\s(?:al|da|de|di|do|en|er|ga|ha|he|ik|in|is|ja|je|ma|me|na|nu|of|om|op|te|tm|tv|uw|vr|wo|za|ze|zo)\\s[0-9]{2}(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_])))[A-Z]{2}\\s[A-Z]{2}\\s[0-9]{2}|[A-Z]{2}[A-Z]{2}[0-9]{2}|[0-9]{2}-[A-Z]{2}-[A-Z]{2}|(?![0-9]{2}\\s(?:al|da|de|di|do|en|er|ga|ha|he|ik|in|is|ja|je|ma|me|na|nu|of|om|op|te|tm|tv|uw|vr|wo|za|ze|zo)\\s(?:al|da|de|di|do|en|er|ga|ha|he|ik|in|is|ja|je|ma|me|na|nu|of|om|op|te|tm|tv|uw|vr|wo|za|ze|zo)(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_])))[0-9]{2}\\s[A-Z]{2}\\s[A-Z]{2}|[0-9]{2}[A-Z]{2}[A-Z]{2}|[0-9]{2}-[A-Z]{3}-[0-9]{1}|[0-9]{2}\\s[A-Z]{3}\\s[0-9]{1}|[0-9]{2}[A-Z]{3}[0-9]{1}|[0-9]{1}-[A-Z]{3}-[0-9]{2}|[0-9]{1}\\s[A-Z]{3}\\s[0-9]{2}|[0-9]{1}[A-Z]{3}[0-9]{2}|[A-Z]{2}-[0-9]{3}-[A-Z]{1}|[A-Z]{2}\\s[0-9]{3}\\s[A-Z]{1}|[A-Z]{2}[0-9]{3}[A-Z]{1}|[A-Z]{1}-[0-9]{3}-[A-Z]{2}|[A-Z]{1}\\s[0-9]{3}\\s[A-Z]{2}|[A-Z]{1}[0-9]{3}[A-Z]{2}|[A-Z]{3}-[0-9]{2}-[A-Z]{1}|[A-Z]{3}\\s[0-9]{2}\\s[A-Z]{1}|[A-Z]{3}[0-9]{2}[A-Z]{1}|[0-9]{1}-[A-Z]{2}-[0-9]{3}|(?![0-9]{1}\\s(?:al|da|de|di|do|en|er|ga|ha|he|ik|in|is|ja|je|ma|me|na|nu|of|om|op|te|tm|tv|uw|vr|wo|za|ze|zo)\\s[0-9]{3}(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_])))[0-9]{1}\\s[A-Z]{2}\\s[0-9]{3}|[0-9]{1}[A-Z]{2}[0-9]{3}|[0-9]{3}-[A-Z]{2}-[0-9]{1}|(?![0-9]{3}\\s(?:al|da|de|di|do|en|er|ga|ha|he|ik|in|is|ja|je|ma|me|na|nu|of|om|op|te|tm|tv|uw|vr|wo|za|ze|zo)\\s[0-9]{1}(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_])))[0-9]{3}\\s[A-Z]{2}\\s[0-9]{1}|[0-9]{3}[A-Z]{2}[0-9]{1}|[A-Z]{1}-[0-9]{2}-[A-Z]{3}|[A-Z]{1}\\s[0-9]{2}\\s[A-Z]{3}|[A-Z]{1}[0-9]{2}[A-Z]{3})(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))",
    "[kenteken]"
  ],
  [
    "(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))(?!milieu)\\p{L}{2,}(?:straat|straatje|laan|weg|plein|kade|dijk|gracht|singel|hof|pad|steeg|dreef|plantsoen|haven|ring|wal|erf|burg|oord|veld|markt|baan|park|akker|donk|kamp)\\s+[0-9]{1,5}(?:\\s?-?[a-z]{1,2})?(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))",
    "[adres]"
  ],
  [
    "(?<![\\p{L}\\p{N}_])[0-9](?:[\\s.\\-/]?[0-9]){4,}(?![0-9])",
    "_lang_getal"
  ],
  [
    "(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))(?=[\\p{L}\\p{N}_]*[A-Z])(?=(?:[\\p{L}\\p{N}_]*[0-9]){4})[\\p{L}\\p{N}_]{6,}(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))",
    "[nummer]"
  ]
];
