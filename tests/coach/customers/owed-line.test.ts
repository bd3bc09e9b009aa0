import { describe, expect, it } from "vitest";
import { owedLine } from "../../../src/coach/customers/contacts/owed/owed-line.ts";
import { messageOf } from "../../../src/coach/draw/compose.ts";
import { newClock } from "../../../src/customers/clock/clock-events.ts";
import type { Customer } from "../../../src/customers/customer.ts";
import { LIMITS } from "../../../src/message/limits.ts";
import { sampleContact } from "../../customers/sample-contact.ts";
import { care, sampleCustomer } from "../../customers/sample-customer.ts";
import { checkLimits, spokenLength } from "../draw/check-message.ts";
import { directory, listener } from "../draw/people.ts";
import { NOW } from "../draw/scenes.ts";

const LONG = "Kaakkois-Suomen Erikoiskonepajojen ja Huoltopalvelujen Yhteenliittymä Osuuskunta";
const SAID = "tilaa syksyllä kaksi linjastoa, jos hinta pysyy, ja haluaa huoltosopimuksen ".repeat(3).trim();
const people = [{ id: "m", name: LONG, role: "ostaja", phone: "+358 40 555 01 23 45", email: "" }];
const last = sampleContact({ on: "2026-11-02", outcome: SAID, notes: SAID, person: "p2" });
const plan = sampleContact({ _id: "y2", state: "planned", on: null, due: "2026-12-03", promise: SAID });
const clock = {
  ...newClock("2026-01-01"),
  last: { contact: "y1", on: "2026-11-02", by: "p2", means: "phone" as const },
};

const standings: { readonly [name: string]: Partial<Customer> } = {
  late: { dueOn: "2026-10-01", limitOn: "2026-10-12" },
  due: { dueOn: "2026-11-30", limitOn: "2026-12-12" },
  promised: { dueOn: "2026-12-03", clock: { ...clock, planned: { contact: "y2", on: "2026-12-03" } } },
  first: { dueOn: "2026-11-30", clock: newClock("2026-01-01") },
};

describe("a line of whom one owes a contact, with the longest values", () => {
  const cases = Object.entries(standings).flatMap(([name, over]) =>
    (["fi", "en"] as const).map((language) => ({ name, over, language })),
  );
  it.each(cases)("says whom and why in its first 80 characters: $name, $language", ({ name, over, language }) => {
    const to = listener(language);
    if (!to.person) throw new Error("nobody listens");
    const customer = sampleCustomer({ name: LONG, person: "p3", contactPersons: people, clock, ...over });
    const facts = { customer, care: care(4, { means: ["visit", "online"], content: SAID }), last, plan };
    const reader = { directory, person: to.person, now: NOW, in: "week", late: name === "late" } as const;
    const blocks = owedLine(facts, reader)(to);
    const message = messageOf(language, blocks);
    checkLimits(message);
    expect(blocks.length).toBeLessThanOrEqual(3);
    expect(spokenLength(message), message.text).toBeLessThanOrEqual(LIMITS.messageText);
    const why = {
      late: /raja ylittyi ti 13\.10|past the limit since Tue 13 Oct/u,
      due: /aika on ma 30\.11|is due Mon 30 Nov/u,
      promised: /sovittu to 3\.12|agreed for Thu 3 Dec/u,
      first: /ensimmäinen yhteydenotto|the first contact/u,
    }[name];
    expect(message.text.slice(0, 80)).toMatch(why ?? /^$/u);
  });
});
