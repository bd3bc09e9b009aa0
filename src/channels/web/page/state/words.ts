import { createInstance } from "i18next";
import { webEn } from "../../../../text/channels/web.en.ts";
import { webFi } from "../../../../text/channels/web.fi.ts";
import type { Language, Say } from "../../../../text/text.ts";

// The page carries its own words only: all of the coach's would more than double what a browser has to load.
const i18n = createInstance();
void i18n.init({
  resources: { fi: { translation: { web: webFi } }, en: { translation: { web: webEn } } },
  lng: "fi",
  fallbackLng: false,
  initAsync: false,
  interpolation: { escapeValue: false },
  returnNull: false,
});
const inLanguage: { readonly [language in Language]: Say } = { fi: i18n.getFixedT("fi"), en: i18n.getFixedT("en") };

/** The page's words, keys under "web.page". */
export function pageWords(language: Language): Say {
  return inLanguage[language];
}

/** The words of a card's own parts: in the card's language, which may be another than the reader's page has. */
export function wordsOf(card: object, page: Say): Say {
  const lang = "lang" in card ? card.lang : undefined;
  return lang === "fi" || lang === "en" ? inLanguage[lang] : page;
}
