import { createInstance, type TFunction } from "i18next";
import { LRUCache } from "lru-cache";
import { adminEn } from "./admin.en.ts";
import { adminFi } from "./admin.fi.ts";
import { assessmentEn } from "./assessment.en.ts";
import { assessmentFi } from "./assessment.fi.ts";
import { slackEn } from "./channels/slack.en.ts";
import { slackFi } from "./channels/slack.fi.ts";
import { teamsEn } from "./channels/teams.en.ts";
import { teamsFi } from "./channels/teams.fi.ts";
import { webEn } from "./channels/web.en.ts";
import { webFi } from "./channels/web.fi.ts";
import { coachEn } from "./coach.en.ts";
import { coachFi } from "./coach.fi.ts";
import { addingEn } from "./customers/adding.en.ts";
import { addingFi } from "./customers/adding.fi.ts";
import { contactsEn } from "./customers/contacts.en.ts";
import { contactsFi } from "./customers/contacts.fi.ts";
import { deviationsEn } from "./customers/deviations.en.ts";
import { deviationsFi } from "./customers/deviations.fi.ts";
import { exchangeEn } from "./customers/exchange.en.ts";
import { exchangeFi } from "./customers/exchange.fi.ts";
import { flowsEn } from "./customers/flows.en.ts";
import { flowsFi } from "./customers/flows.fi.ts";
import { handoverEn } from "./customers/handover.en.ts";
import { handoverFi } from "./customers/handover.fi.ts";
import { historyEn } from "./customers/history.en.ts";
import { historyFi } from "./customers/history.fi.ts";
import { registerEn } from "./customers/register.en.ts";
import { registerFi } from "./customers/register.fi.ts";
import { visitsEn } from "./customers/visits.en.ts";
import { visitsFi } from "./customers/visits.fi.ts";
import { digestEn } from "./digest.en.ts";
import { digestFi } from "./digest.fi.ts";
import { homeEn } from "./home.en.ts";
import { homeFi } from "./home.fi.ts";
import { installingEn } from "./installing.en.ts";
import { installingFi } from "./installing.fi.ts";
import { joiningEn } from "./joining.en.ts";
import { joiningFi } from "./joining.fi.ts";
import { ownEn } from "./own.en.ts";
import { ownFi } from "./own.fi.ts";
import { planEn } from "./plan.en.ts";
import { planFi } from "./plan.fi.ts";
import { readingEn } from "./reading.en.ts";
import { readingFi } from "./reading.fi.ts";
import { roundEn } from "./round.en.ts";
import { roundFi } from "./round.fi.ts";
import { settingsEn } from "./settings.en.ts";
import { settingsFi } from "./settings.fi.ts";
import { startEn } from "./start.en.ts";
import { startFi } from "./start.fi.ts";
import { turnEn } from "./turn.en.ts";
import { turnFi } from "./turn.fi.ts";
import { weekEn } from "./week.en.ts";
import { weekFi } from "./week.fi.ts";

export type Language = "fi" | "en";
export const LANGUAGES = ["fi", "en"] as const satisfies readonly Language[];

/** The same keys in every language (a test compares them); the Finnish texts give the types of keys and of their {{parameters}}. */
export const texts = {
  fi: {
    translation: {
      start: startFi,
      turn: turnFi,
      reading: readingFi,
      web: webFi,
      week: weekFi,
      coach: coachFi,
      round: roundFi,
      assessment: assessmentFi,
      own: ownFi,
      plan: planFi,
      slack: slackFi,
      joining: joiningFi,
      installing: installingFi,
      teams: teamsFi,
      home: homeFi,
      settings: settingsFi,
      customers: registerFi,
      adding: addingFi,
      flows: flowsFi,
      exchange: exchangeFi,
      visits: visitsFi,
      handover: handoverFi,
      history: historyFi,
      deviations: deviationsFi,
      contacts: contactsFi,
      digest: digestFi,
      admin: adminFi,
    },
  },
  en: {
    translation: {
      start: startEn,
      turn: turnEn,
      reading: readingEn,
      web: webEn,
      week: weekEn,
      coach: coachEn,
      round: roundEn,
      assessment: assessmentEn,
      own: ownEn,
      plan: planEn,
      slack: slackEn,
      joining: joiningEn,
      installing: installingEn,
      teams: teamsEn,
      home: homeEn,
      settings: settingsEn,
      customers: registerEn,
      adding: addingEn,
      flows: flowsEn,
      exchange: exchangeEn,
      visits: visitsEn,
      handover: handoverEn,
      history: historyEn,
      deviations: deviationsEn,
      contacts: contactsEn,
      digest: digestEn,
      admin: adminEn,
    },
  },
} as const;

declare module "i18next" {
  interface CustomTypeOptions {
    resources: (typeof texts)["fi"];
  }
}

/** Luotsi's own words in one language: `say("round.answered", { count: 2, total: 7 })`. Plurals by CLDR rules (`_one`, `_other`). */
export type Say = TFunction;

/** So many sentences with parameters in them are kept, the most wanted. */
const KEPT_SENTENCES = 3_000;

const i18n = createInstance();
// Drawing escapes, so that what a person wrote is shown as written; a nested "$t(" in a value is never resolved (skipOnVariables, the default).
void i18n.init({
  resources: texts,
  lng: "fi",
  fallbackLng: false,
  initAsync: false,
  interpolation: { escapeValue: false },
  returnNull: false,
});
const inLanguage: { readonly [language in Language]: Say } = {
  fi: remembering(i18n.getFixedT("fi")),
  en: remembering(i18n.getFixedT("en")),
};

/** The same words with the same parameters are always the same: they are looked up once, for a look-up takes longer than drawing a button. */
function remembering(say: Say): Say {
  const known = new Map<unknown, unknown>();
  const sentences = new LRUCache<string, { readonly said: unknown }>({ max: KEPT_SENTENCES });
  const sentence = (asked: unknown[]) => {
    const key = JSON.stringify(asked);
    const kept = sentences.get(key) ?? { said: Reflect.apply(say, undefined, asked) };
    sentences.set(key, kept);
    return kept.said;
  };
  return new Proxy(say, {
    apply: (_say, _this, asked: unknown[]) => {
      const [key] = asked;
      if (asked.length > 1) return sentence(asked);
      if (!known.has(key)) known.set(key, Reflect.apply(say, undefined, asked));
      return known.get(key);
    },
  });
}

export function words(language: Language): Say {
  return inLanguage[language];
}
