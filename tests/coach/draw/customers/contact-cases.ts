import { drawHow } from "../../../../src/coach/customers/contacts/draw/draw-how.ts";
import { drawLogged, drawTwice } from "../../../../src/coach/customers/contacts/draw/draw-logged.ts";
import { drawNext } from "../../../../src/coach/customers/contacts/draw/draw-next.ts";
import {
  drawContactOrAnswer,
  drawHanded,
  drawStranger,
  drawWhich,
} from "../../../../src/coach/customers/contacts/draw/draw-which.ts";
import type { Drawing } from "../../../../src/coach/customers/load-customer-tell.ts";
import type { Tell, TellOf } from "../../../../src/coach/tell.ts";
import { newClock } from "../../../../src/customers/clock/clock-events.ts";
import type { Contact } from "../../../../src/customers/contact.ts";
import type { Customer } from "../../../../src/customers/customer.ts";
import { sampleContact } from "../../../customers/sample-contact.ts";
import { care, sampleCustomer } from "../../../customers/sample-customer.ts";
import type { Case } from "../case.ts";
import { directory, listener as listening } from "../people.ts";
import { NOW } from "../scenes.ts";

const LONG = "Kaakkois-Suomen Erikoiskonepajojen ja Huoltopalvelujen Yhteenliittymä Osuuskunta".padEnd(
  190,
  " ja tytäryhtiöt",
);
const SAID = "tilaa syksyllä kaksi linjastoa, jos hinta pysyy, ja haluaa huoltosopimuksen ".repeat(10).trim();
const TEXT = `soitin ${'kaakkois-suomen erikoiskonepajoille, tilaa "syksyllä" '.repeat(20)}`.slice(0, 900);

const customer = (over: Partial<Customer> = {}) =>
  sampleCustomer({ name: LONG, town: "Lappeenranta ja Imatra", dueOn: "2028-12-24", limitOn: "2028-12-31", ...over });
const contact = (over: Partial<Contact>) =>
  sampleContact({ notes: SAID, outcome: SAID.slice(0, 300), promise: SAID.slice(0, 290), on: "2026-11-02", ...over });
const line = { text: TEXT, once: "evt-".padEnd(200, "x"), day: "2026-11-02" };

const logged = (name: string, over: Partial<Contact>, about: Partial<Customer> = {}) =>
  told(`logged, ${name}`, { kind: "contact-logged", contact: "x" }, (listener) =>
    drawLogged({ contact: contact(over), customer: customer(about), now: NOW }, listener),
  );

const next = (name: string, over: Partial<Customer>, last?: Contact) =>
  told(`next, ${name}`, { kind: "contact-next", customer: "k1" }, (listener) => {
    const { person } = listening("fi");
    const facts = { customer: customer(over), care: care(4), last, plan: undefined };
    return person && drawNext(facts, { directory, person, now: NOW }, listener);
  });

const moved = (kind: "snoozed" | "moved" | "not-needed"): Partial<Customer> => ({
  dueOn: "2027-01-25",
  clock: { ...newClock("2026-01-01"), moved: { kind, to: "2027-01-25", on: "2026-11-30", by: "p1", plan: null } },
});

const which: TellOf<"contact-which"> = {
  kind: "contact-which",
  customers: ["k1"],
  called: "kaakkois-suomen erikoiskonepajoille ja sen tytäryhtiöille",
  ...line,
};
const stranger: TellOf<"contact-stranger"> = { kind: "contact-stranger", called: which.called, ...line };
const orAnswer: TellOf<"contact-or-answer"> = {
  kind: "contact-or-answer",
  customer: "k1",
  answer: { round: "r".repeat(60), pending: "p".repeat(60) },
  ...line,
};
const twice: TellOf<"contact-twice"> = { kind: "contact-twice", contact: "x", ...line };
const handed: TellOf<"contact-handed"> = { kind: "contact-handed", customer: "k1", by: "p2" };

/** What is told of contacts with customers. */
export const contactCases: readonly Case[] = [
  told("how", { kind: "contact-how" }, drawHow),
  logged("made", { state: "made", means: "online" }),
  logged("made, with the next day", { state: "made", means: "phone", next: { on: "2027-01-04", means: null } }),
  logged("not reached", { state: "tried", means: "other" }, { dueOn: "2026-01-01" }),
  logged("planned", { state: "planned", on: null, due: "2028-12-24" }),
  logged("taken back", { state: "undone" }),
  logged("ended", { state: "made" }, { kept: false, endedWhy: SAID.slice(0, 300) }),
  told("logged already", twice, (listener) =>
    drawTwice(
      twice,
      { contact: contact({ state: "made", means: "online" }), customer: customer(), now: NOW },
      listener,
    ),
  ),
  next("snoozed", moved("snoozed")),
  next("moved", moved("moved")),
  next("not needed", moved("not-needed")),
  next("handed", {
    person: "p2",
    history: [{ at: NOW, by: "p1", did: "handed", note: "p2" }],
  }),
  next("without a cadence", { dueOn: null, limitOn: null }),
  next("ended", { kept: false, endedWhy: SAID.slice(0, 300) }),
  told("one guessed", which, ({ language }) => drawWhich(which, [customer()], directory, language)),
  told("which of four", which, ({ language }) =>
    drawWhich(
      which,
      Array.from({ length: 4 }, (_, nth) => customer({ _id: `k${nth}` })),
      directory,
      language,
    ),
  ),
  told("stranger", stranger, ({ language }) => drawStranger(stranger, language)),
  told("contact or answer", orAnswer, ({ language }) => drawContactOrAnswer(orAnswer, customer(), language)),
  told("handed over", handed, (listener) =>
    drawHanded(handed, { customer: customer(), directory, now: NOW }, listener),
  ),
];

function told(name: string, tell: Tell, customers: Drawing): Case {
  const lobby = { now: NOW, directory, flows: [], terms: [], customers };
  return { name: `contacts: ${name}`, tell, sources: { lobby } };
}
