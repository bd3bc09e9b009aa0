import type { Drawing } from "../../../../src/coach/customers/load-customer-tell.ts";
import { drawPortfolio } from "../../../../src/coach/customers/portfolio/load-portfolio.ts";
import { drawFormula } from "../../../../src/coach/customers/saving/draw-formula.ts";
import { drawSaving } from "../../../../src/coach/customers/saving/draw-saving.ts";
import type { SavingView } from "../../../../src/coach/customers/saving/load-saving.ts";
import { drawAllPlans } from "../../../../src/coach/customers/saving/plans/load-plans.ts";
import type { Tell } from "../../../../src/coach/tell.ts";
import type { Customer, PortfolioField } from "../../../../src/customers/customer.ts";
import { previewOf } from "../../../../src/customers/effects/preview.ts";
import { NO_CHANGES, type RegisterChanges } from "../../../../src/customers/effects/register-changes.ts";
import { bookOf, care, criterion, sampleCustomer } from "../../../customers/sample-customer.ts";
import type { Case } from "../case.ts";
import { directory, realFlow } from "../people.ts";
import { NOW, ROUND, responseWith, sceneOf } from "../scenes.ts";

const LONG = "Kaakkois-Suomen Erikoiskonepajojen ja Huoltopalvelujen Yhteenliittymä Osuuskunta".padEnd(190, " ja muut");
const TODAY = "2026-11-30";
const HIGH = { kind: "level", level: "high" } as const;

const all = Array.from({ length: 60 }, (_, nth) =>
  sampleCustomer({ _id: `k${nth}`, name: `${LONG} ${nth}`, person: nth % 2 ? "p2" : null, scores: { a: 4 } }),
);
const named = (nth: number) => ({ id: nth < 60 ? `k${nth}` : null, name: `${LONG} ${nth}` });
const rows = Array.from({ length: 80 }, (_, nth) => ({
  row: `rows/${nth}`,
  customer: named(nth),
  set: { present: HIGH, potential: HIGH },
  scores: { a: 3 },
  product: "",
  contactPerson: "",
}));
const thresholds = { A: 4, B: 3, C: 2 };
const rules = {
  ...bookOf().rules,
  criteria: [criterion("a", 3), { ...criterion("b", 2), name: LONG.slice(0, 100) }],
  thresholds,
};
const contact = (nth: number) => ({
  row: `rows/${nth}`,
  customer: named(nth),
  kind: nth % 2 ? ("planned" as const) : ("made" as const),
  on: "2026-12-24",
  means: null,
  purpose: LONG,
  outcome: LONG,
  notes: LONG,
});
const plans = (["A", "B", "C", "D"] as const).map((of) => ({ kind: "class" as const, of, care: care(52) }));

function view(flow: string, workbook: string, changes: RegisterChanges, over: Partial<SavingView> = {}): SavingView {
  const found = realFlow(flow, workbook);
  const after = bookOf({ "class/A": 52, "class/B": 52 }, { rules });
  const book = bookOf();
  const madeAWeek = new Map([["p2", 4.25]]);
  const idOf = ({ id, name }: { readonly id: string | null; readonly name: string }) => id ?? name;
  const preview = previewOf(changes, { all, book, after, before: null, idOf, madeAWeek, weeksOpen: 48, now: NOW });
  const scene = sceneOf(found, { mode: "together", state: "agreed" }, { response: responseWith(found) });
  const { plans } = changes;
  return {
    scene,
    changes,
    preview,
    plans,
    book,
    after,
    saved: undefined,
    isSaved: false,
    weeksOpen: 48,
    today: TODAY,
    ...over,
  };
}

const worth = { ...NO_CHANGES, customers: rows };
const classed = view("classification", "customer-leadership", { ...worth, rules: { ...rules } });
const portfolio = view("value-portfolio", "crm-value", worth);
const cared = view("care-plan", "customer-leadership", { ...NO_CHANGES, plans });
const planned = view("sales-plan", "customer-understanding", {
  ...worth,
  contacts: Array.from({ length: 24 }, (_, nth) => contact(nth)),
});
const saved: SavingView["saved"] = {
  _id: ROUND,
  company: "c1",
  flow: "value-portfolio",
  changes: worth,
  before: null,
  person: null,
  by: "p2",
  savedAt: NOW,
  savedOn: TODAY,
  pendingAt: null,
  bucket: 0,
  revision: 1,
};
const fields: readonly (PortfolioField | null)[] = ["strategic", "growth", "acquisition", "retention", null];
const placed = (over: Partial<Customer> = {}) =>
  all.map(({ name }, nth) => ({ name, field: fields[nth % 5] ?? null, present: HIGH, ...over }));

const card: Tell = { kind: "saving-card", of: ROUND };
const how: Tell = { kind: "saving-how", of: ROUND };
const whole: Tell = { kind: "saving-portfolio" };

const longest = LONG.padEnd(1000, " ja muut");
const everyCare = care(12, {
  means: ["phone", "visit", "online"],
  content: longest,
  training: longest,
  goals: longest,
});
const everyPlan = new Map(
  [...["A", "B", "C", "D"].map((one) => `class/${one}`), "field/growth", "all"].map((key) => [key, everyCare]),
);

/** What is told of what flows save to the register. */
export const savingCases: readonly Case[] = [
  told("the portfolio, before it is saved", card, (who) => drawSaving(portfolio, who)),
  told("the portfolio, saved", card, (who) => drawSaving({ ...portfolio, saved, isSaved: true }, who)),
  told("the portfolio, changed since", card, (who) => drawSaving({ ...portfolio, saved }, who)),
  told("classes, before they are saved", card, (who) => drawSaving(classed, who)),
  told("care plans, before they are saved", card, (who) => drawSaving(cared, who)),
  told("a sales plan, before it is saved", card, (who) => drawSaving(planned, who)),
  told("how fields are found", how, (who) => drawFormula(portfolio, who)),
  told("how classes are counted", how, (who) => drawFormula(classed, who)),
  told("how the load is counted", how, (who) => drawFormula(cared, who)),
  told("the portfolio of all", whole, drawPortfolio(placed())),
  told("the care plans", { kind: "saving-plans" }, drawAllPlans({ plans: everyPlan })),
  told("no care plans", { kind: "saving-plans" }, drawAllPlans({ plans: new Map() })),
  told("the portfolio of nobody", whole, drawPortfolio([])),
];

function told(name: string, tell: Tell, customers: Drawing): Case {
  const lobby = { now: NOW, directory, flows: [], terms: [], customers };
  return { name: `saving: ${name}`, tell, sources: { lobby } };
}
