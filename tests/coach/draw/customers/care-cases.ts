import { drawList } from "../../../../src/coach/customers/deviations/draw-list.ts";
import type { Coverage } from "../../../../src/coach/customers/deviations/read-deviations.ts";
import { drawWho } from "../../../../src/coach/customers/handover/draw-who.ts";
import type { Drawing } from "../../../../src/coach/customers/load-customer-tell.ts";
import { drawBefore } from "../../../../src/coach/customers/visits/draw-before.ts";
import { drawHowToVisit, drawNobody, drawWhich } from "../../../../src/coach/customers/visits/draw-which.ts";
import type { Tell } from "../../../../src/coach/tell.ts";
import type { Customer } from "../../../../src/customers/customer.ts";
import { coverageOf } from "../../../../src/customers/deviations/coverage.ts";
import type { Deviation } from "../../../../src/customers/deviations/deviation.ts";
import { briefingOf } from "../../../../src/customers/visits/briefing.ts";
import { sampleContact } from "../../../customers/sample-contact.ts";
import { sampleCustomer } from "../../../customers/sample-customer.ts";
import type { Case } from "../case.ts";
import { directory } from "../people.ts";
import { NOW } from "../scenes.ts";

const LONG = "Kaakkois-Suomen Erikoiskonepajojen ja Huoltopalvelujen Yhteenliittymä Osuuskunta".padEnd(190, " ja muut");
const SAID = "tilaa syksyllä kaksi linjastoa, jos hinta pysyy, ja haluaa huoltosopimuksen "
  .repeat(4)
  .trim()
  .slice(0, 290);

const customer = (over: Partial<Customer> = {}) =>
  sampleCustomer({ name: LONG, town: "Lappeenranta ja Imatra", lifecycle: "letting-go", class: "A", ...over });
const DOUBTED = { importance: "opportunity", will: "doubted", on: "2026-11-02" } as const;
const measure = (nth: number, on: string | null) => ({ id: `m${nth}`, what: SAID, on, done: false });
const full = briefingOf(
  customer({ will: DOUBTED }),
  [
    sampleContact({
      promise: SAID,
      on: "2025-12-24",
      measures: [measure(1, "2025-12-30"), measure(2, null), measure(3, null), measure(4, null)],
    }),
  ],
  { problem: SAID, answer: SAID },
);
const deviations: readonly Deviation[] = [
  { kind: "doubted" } as const,
  { kind: "limit" } as const,
  { kind: "quiet", last: "2025-12-24" } as const,
  { kind: "quiet", last: null } as const,
  { kind: "class", from: "A", to: "" } as const,
  { kind: "field", from: "acquisition", to: "efficiency" } as const,
].flatMap((what, nth) =>
  [0, 1].map((more) => ({
    id: `d${nth}${more}`,
    customer: customer({ _id: `k${nth}${more}`, class: more === 0 ? "A" : null, limitOn: "2026-11-01" }),
    what,
    since: "2025-12-24",
    proposedOn: "2025-12-24",
  })),
);
const coverage: Coverage = {
  classes: coverageOf(
    deviations.map((one) => one.customer),
    deviations,
    "2026-12-01",
  ),
  known: deviations,
  tells: true,
  agreed: Array.from({ length: 5 }, (_, nth) => ({
    _id: `x${nth}`,
    company: "c1",
    customer: "k1",
    did: "action",
    what: SAID,
    action: null,
    by: "p1",
    at: NOW,
  })),
};

const before: Tell = { kind: "visit-before", customer: "k1" };
const list: Tell = { kind: "deviation-list" };

/** What is told of visits, of who stands in, and of what deviates. */
export const careCases: readonly Case[] = [
  told("how to say where one is going", { kind: "visit-how" }, drawHowToVisit),
  told("nobody is called so", { kind: "visit-nobody", called: LONG }, drawNobody(LONG)),
  told("one guessed", { kind: "visit-which", customers: ["k1"] }, drawWhich([customer()], directory)),
  told(
    "which of eight",
    { kind: "visit-which", customers: ["k1"] },
    drawWhich(
      Array.from({ length: 8 }, (_, nth) => customer({ _id: `k${nth}` })),
      directory,
    ),
  ),
  told(
    "before the door",
    before,
    drawBefore({ customer: customer(), at: "13:30", briefing: full, directory, now: NOW }),
  ),
  told(
    "before the door of a stranger",
    before,
    drawBefore({
      customer: sampleCustomer(),
      briefing: briefingOf(sampleCustomer(), [], undefined),
      directory,
      now: NOW,
    }),
  ),
  told(
    "before the door, after a talk",
    before,
    drawBefore({
      customer: sampleCustomer(),
      briefing: briefingOf(sampleCustomer(), [sampleContact({ notes: SAID, means: null })], undefined),
      directory,
      now: NOW,
    }),
  ),
  told("who stands in", { kind: "handover-who" }, drawWho(directory)),
  told("deviations", list, drawList(coverage, NOW)),
  told("no deviation", list, drawList({ ...coverage, known: [] }, NOW)),
  told("deviations for who reads no digest", list, drawList(undefined, NOW)),
];

function told(name: string, tell: Tell, customers: Drawing): Case {
  const lobby = { now: NOW, directory, flows: [], terms: [], customers };
  return { name: `care: ${name}`, tell, sources: { lobby } };
}
