import type { Drawing } from "../../../../src/coach/customers/load-customer-tell.ts";
import { customerForm, endForm } from "../../../../src/coach/customers/register/adding/customer-form.ts";
import { drawAdded, drawAsk, drawDoubted } from "../../../../src/coach/customers/register/adding/draw-added.ts";
import { severalForm } from "../../../../src/coach/customers/register/adding/several-form.ts";
import type { KnownCustomer } from "../../../../src/coach/customers/register/card/known-customer.ts";
import { drawCustomer } from "../../../../src/coach/customers/register/draw-customer.ts";
import { drawExport, drawExports } from "../../../../src/coach/customers/register/exporting/draw-export.ts";
import { drawImport } from "../../../../src/coach/customers/register/importing/draw-import.ts";
import { drawGroups, drawList } from "../../../../src/coach/customers/register/list/draw-list.ts";
import { planForm } from "../../../../src/coach/customers/register/planning/plan-form.ts";
import { cardPartSchema } from "../../../../src/coach/customers/register/register-actions.ts";
import type { Tell, TellOf } from "../../../../src/coach/tell.ts";
import { FIRST_RULES } from "../../../../src/customers/customer-rules.ts";
import type { ExportFile } from "../../../../src/customers/files/export-file.ts";
import { type ImportBatch, refusalSchema } from "../../../../src/customers/files/import-batch.ts";
import type { Entry } from "../../../../src/customers/search/register.ts";
import type { Form } from "../../../../src/message/form.ts";
import { sampleContact } from "../../../customers/sample-contact.ts";
import { bookOf, care, criterion, sampleCustomer } from "../../../customers/sample-customer.ts";
import type { Case } from "../case.ts";
import { directory as anyones, persons } from "../people.ts";
import { NOW } from "../scenes.ts";

const LONG = "Kaakkois-Suomen Erikoiskonepajojen ja Huoltopalvelujen Yhteenliittymä Osuuskunta".padEnd(
  190,
  " ja tytäryhtiöt",
);
const WORDS = "tilaa syksyllä kaksi linjastoa, jos hinta pysyy, ja haluaa huoltosopimuksen ".repeat(10).trim();
const manager = persons.map((one) => (one._id === "p1" ? { ...one, roles: ["manager" as const] } : one));
const directory = { ...anyones, people: new Map(manager.map((one) => [one._id, one])) };
const around = { directory, now: NOW };
const rules = {
  ...FIRST_RULES,
  criteria: Array.from({ length: 12 }, (_, nth) => criterion(`Kriteeri ${nth}`, nth + 1)),
};
const people = Array.from({ length: 10 }, (_, nth) => ({
  id: `h${nth}`,
  name: `Maximiliana-Bernhardiina Wittgenstein ${nth}`,
  role: "hankinnasta ja alihankinnasta vastaava johtaja",
  phone: "+358 40 555 0123",
  email: "maximiliana-bernhardiina.wittgenstein@kaakkois-suomen-erikoiskonepajat.example",
}));
const full = sampleCustomer({
  name: LONG,
  town: "Lappeenranta ja Imatra",
  businessId: "1234567-1",
  contactPersons: people,
  segment: LONG.slice(0, 100),
  products: Array.from({ length: 20 }, (_, nth) => `Huoltosopimus ${nth}`),
  scores: Object.fromEntries(rules.criteria.map(({ id }, nth) => [id, (nth % 5) + 1])),
  class: "C",
  field: "strategic",
  present: { kind: "euros", cents: 123_456_789_00 },
  potential: { kind: "level", level: "high" },
  lifecycle: "letting-go",
  will: { importance: "no-difference", will: "doubted", on: "2026-01-01" },
  ownPlan: care(26, { content: WORDS.slice(0, 900), training: WORDS.slice(0, 900), means: ["phone", "visit"] }),
  closedWeeks: [{ from: 28, to: 31 }],
  dueOn: "2026-01-24",
  limitOn: "2026-02-28",
  history: [
    { at: NOW, by: "p1", did: "added", note: "" },
    { at: NOW, by: "p1", did: "class", note: "A>C" },
    { at: NOW, by: "p1", did: "field", note: ">growth" },
    { at: NOW, by: "p2", did: "edited", note: WORDS.slice(0, 300) },
  ],
});
const contacts = Array.from({ length: 12 }, (_, nth) =>
  sampleContact({ _id: `c${nth}`, means: "online", notes: WORDS, promise: WORDS.slice(0, 290), on: "2026-01-02" }),
);
const known = (customer = full): KnownCustomer => ({ customer, book: bookOf({}, { rules }), contacts, ...around });
const entries: readonly Entry[] = Array.from({ length: 30 }, (_, nth) => ({ ...full, _id: `k${nth}` }));

const card = (name: string, part: TellOf<"customer-card">["part"], customer = full) =>
  told(`card, ${name}`, { kind: "customer-card", customer: "k1" }, (to) => drawCustomer(known(customer), part, to));

const list = (name: string, of: TellOf<"register-list">["of"], shown = entries, isGuess = false) => {
  const tell = { kind: "register-list", of, page: 1 } as const;
  return told(`list, ${name}`, tell, (to) => drawList(tell, { entries: shown, isGuess }, around, to));
};

const batch = (over: Partial<ImportBatch>): ImportBatch => ({
  _id: "b".repeat(24),
  company: "c1",
  person: "p1",
  name: `${"asiakkaat ja prospektit ".repeat(4)}.xlsx`,
  state: "ready",
  refused: null,
  columns: Array.from({ length: 40 }, (_, nth) => `Sarake ${nth}`),
  ignored: ["Väri", "Koko"],
  changes: Array.from({ length: 5 }, (_, nth) => `Rivi ${nth}: ${WORDS.slice(0, 400)}`),
  doubled: ["Nimi"],
  counts: { new: 49_000, update: 900, same: 100, nothing: 10, withProblems: 1200 },
  pieces: 3,
  problems: 1200,
  which: null,
  rows: 50_000,
  done: 12_500,
  added: 48_000,
  updated: 900,
  left: 1100,
  doneAt: null,
  undoneBy: null,
  stayed: 2,
  createdAt: NOW,
  bucket: 1,
  heldUntil: null,
  ...over,
});
const lines = Array.from({ length: 8 }, (_, nth) => `Rivi ${nth}: ${WORDS.slice(0, 400)}`);
const imported = (name: string, over: Partial<ImportBatch>, shown: readonly string[] = []) => {
  const tell = { kind: "register-import", batch: "b", page: 1 } as const;
  return told(`import, ${name}`, tell, (to) => drawImport({ batch: batch(over), page: 1, lines: shown }, to));
};

const added = (name: string, over: Partial<TellOf<"register-added">>) => {
  const none = { added: [], count: 0, known: [], doubled: [], unread: [] };
  const tell: TellOf<"register-added"> = { kind: "register-added", once: "e", ...none, ...over };
  return told(`added, ${name}`, tell, (to) => drawAdded(tell, { firstOn: "2026-12-07", now: NOW }, to));
};

const file: ExportFile = {
  _id: "x",
  company: "c1",
  person: "p2",
  format: "xlsx",
  of: "all",
  count: 10_000,
  at: NOW,
  openedAt: NOW,
  until: NOW,
};
const made = { name: "asiakkaat-2026-11-30.xlsx", bytes: new Uint8Array(10) };
const names = Array.from({ length: 12 }, (_, nth) => `${nth} ${LONG}`);

/** What is told of the register of customers. */
export const registerCases: readonly Case[] = [
  told("ask, none yet", { kind: "register-ask" }, (to) => drawAsk(true, to)),
  told("ask for more", { kind: "register-ask" }, (to) => drawAsk(false, to)),
  told("ask whether a line is a name", { kind: "register-doubted", line: LONG }, (to) =>
    drawDoubted({ kind: "register-doubted", line: LONG }, to),
  ),
  added("one", { added: [LONG], count: 1 }),
  added("many", { added: names, count: 300, known: names.slice(0, 1), doubled: names, unread: ["???"] }),
  added("known only", { known: names }),
  added("known, to be added all the same", { known: [LONG], card: "k1", held: LONG }),
  card("full", undefined),
  card("bare", undefined, sampleCustomer({ person: null })),
  card("ended", undefined, { ...full, kept: false, endedWhy: WORDS.slice(0, 300), dueOn: null, limitOn: null }),
  ...cardPartSchema.options.flatMap((part) => [card(part, part), card(`${part}, bare`, part, sampleCustomer())]),
  list("all", {}),
  list("own", { person: "p1" }),
  list("of another", { person: "p2" }),
  list("of nobody", { person: null }),
  list("of a class", { class: "A" }),
  list("of a field", { field: "growth" }),
  list("without a field", { field: null }),
  list("ended", { ended: true }),
  list("found", { called: "v".repeat(100) }, entries.slice(0, 1), true),
  list("not found", { called: "v".repeat(100) }, []),
  list("empty", {}, []),
  ...(["class", "field", "person"] as const).map((by) => {
    const tell = { kind: "register-groups", by } as const;
    const groups = [
      { of: { class: "A" as const }, count: 1 },
      { of: { field: "growth" as const }, count: 3 },
      { of: { person: "p2" }, count: 4000 },
      { of: { [by]: null }, count: 2 },
    ];
    return told(`groups by ${by}`, tell, (to) => drawGroups(tell, groups, around, to));
  }),
  imported("reading", { state: "reading" }),
  ...refusalSchema.options.map((refused) => imported(refused, { state: "refused", refused })),
  imported("preview", {}, lines),
  imported("preview without problems", { problems: 0, counts: { ...batch({}).counts, withProblems: 0, nothing: 0 } }),
  imported("nothing new", { problems: 0, counts: { new: 0, update: 0, same: 1, nothing: 0, withProblems: 0 } }),
  imported("running", { state: "running" }),
  imported("done", { state: "done" }),
  imported("dropped", { state: "dropped" }),
  imported("undoing", { state: "undoing" }),
  imported("undone", { state: "undone" }),
  imported("undone, but all of them stay", { state: "undone", stayed: 48_000 }),
  told("export", { kind: "register-export", file: "x" }, (to) => drawExport(file, made, to)),
  told("export, over", { kind: "register-export", file: "x" }, (to) => drawExport(file, undefined, to)),
  told("exports", { kind: "register-exports", page: 1 }, (to) =>
    drawExports(
      Array.from({ length: 40 }, (_, nth) => ({ ...file, openedAt: nth % 2 === 0 ? NOW : null })),
      1,
      around,
      to,
    ),
  ),
  told("no exports", { kind: "register-exports", page: 0 }, (to) => drawExports([], 0, around, to)),
];

/** The forms of the register. */
export function registerForms(language: "fi" | "en"): { readonly [name: string]: Form } {
  const surroundings = { language, people: persons, rules };
  return {
    "edit customer": customerForm(full, surroundings, { kind: "register-save", customer: "k1", message: "m" }),
    "new customer": customerForm(sampleCustomer({ name: "" }), surroundings, { kind: "register-add", once: "e" }),
    "several customers": severalForm(language, "e"),
    "own plan": planForm(full.ownPlan, language, { kind: "register-plan-save", customer: "k1", message: "m" }),
    "end customer": endForm(full, language, { kind: "register-end-save", customer: "k1" }),
  };
}

function told(name: string, tell: Tell, customers: Drawing): Case {
  return {
    name: `register: ${name}`,
    tell,
    sources: { lobby: { now: NOW, directory, flows: [], terms: [], customers } },
  };
}
