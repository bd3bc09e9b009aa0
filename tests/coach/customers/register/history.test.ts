import { expect, test } from "vitest";
import { historyPart } from "../../../../src/coach/customers/register/card/history-part.ts";
import { contentFields } from "../../../../src/customers/customer.ts";
import { LANGUAGES, texts } from "../../../../src/text/text.ts";
import { bookOf, NOW, sampleCustomer } from "../../../customers/sample-customer.ts";
import { directory } from "../../draw/people.ts";

const [FI, EN] = [texts.fi.translation.history.changed, texts.en.translation.history.changed];
const WORDS = { fi: new Map(Object.entries(FI)), en: new Map(Object.entries(EN)) };

test.each(LANGUAGES.flatMap((language) => Object.keys(contentFields).map((field) => ({ language, field }))))(
  "an edited $field is told by its name in the language of who reads ($language)",
  ({ language, field }) => {
    const name = WORDS[language].get(field);
    expect(name).toBeDefined();
    const history = [{ at: NOW, by: "p1", did: "edited" as const, note: `name, ${field}` }];
    const known = { customer: sampleCustomer({ history }), book: bookOf(), contacts: [], directory, now: NOW };
    const told = JSON.stringify(historyPart(known, { language, timeZone: "Europe/Helsinki" }));
    expect(told).toContain(`${WORDS[language].get("name")}, ${name}`);
  },
);
