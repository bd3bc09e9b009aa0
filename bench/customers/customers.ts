import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drawHome } from "../../src/coach/home/draw-home.ts";
import { loadHome } from "../../src/coach/home/load-home.ts";
import { drawWeek } from "../../src/coach/week/draw/draw-week.ts";
import { loadList } from "../../src/coach/week/load-list.ts";
import { weekReader } from "../../src/coach/week/week-reader.ts";
import { collections } from "../../src/collections.ts";
import { FIRST_CARE } from "../../src/customers/care-plan.ts";
import { contacts } from "../../src/customers/contact.ts";
import { customers } from "../../src/customers/customer.ts";
import { dueOf } from "../../src/customers/find-customers.ts";
import { readRulebook } from "../../src/customers/rulebook.ts";
import { recountCustomers, saveCarePlan } from "../../src/customers/save-rules.ts";
import { createRegisters } from "../../src/customers/search/registers.ts";
import { createDirectories } from "../../src/people/directory.ts";
import { openEmbeddedStore } from "../../src/store/embedded/open-embedded-store.ts";
import type { Store } from "../../src/store/store.ts";
import type { Figure } from "../figure.ts";
import { median } from "../store/documents.ts";
import {
  COMPANY,
  CUSTOMERS,
  everyone,
  NOW,
  nameOf,
  SALESPEOPLE,
  salesCompany,
  saving,
  TODAY,
} from "./sales-company.ts";

/** The Sunday of that week: through it lists reach. */
const SUNDAY = "2027-02-14";
const REPEATS = 9;
const FEW_REPEATS = 3;
const SEARCHES = 200;
const ALL = 200_000;

/**
 * 10,000 customers of 50 salespeople on the embedded store, in milliseconds; floor: reading the same documents.
 *
 * - `customers.nightly`: a night on which nothing but the day has changed: every customer is counted anew.
 * - `customers.replan`: a night after the plan of all was changed: every customer is counted anew, spread and written.
 * - `customers.lists`: the weekly lists of all 50, read and drawn.
 * - `customers.register`: the register's first load; floor: reading the same documents.
 * - `customers.search`, `customers.home`: one search, one Home of a salesperson, drawn.
 */
export async function measureCustomers(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "luotsi-bench-"));
  const store = await openEmbeddedStore({ folder, collections });
  try {
    await salesCompany(store);
    const read = await timed(() =>
      store.find(customers, { name: "ofCompany", equals: { company: COMPANY }, limit: ALL }),
    );
    const lists = await measureLists(store);
    const home = await measureHome(store);
    const found = await measureFinding(store, read);
    return [
      figure("customers.nightly", await timed(() => recount(store, "quiet")), read),
      ...lists,
      ...home,
      ...found,
      figure("customers.replan", await replanned(store), read),
    ];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function recount(store: Store, night: string): Promise<number> {
  const book = await readRulebook(store, { _id: COMPANY });
  return recountCustomers(store, book, { company: COMPANY, today: TODAY, event: { id: night, now: NOW } });
}

async function replanned(store: Store): Promise<number> {
  await saveCarePlan(store, { kind: "all" }, { ...FIRST_CARE, contactsPerYear: 52 }, saving());
  await saveCarePlan(store, { kind: "class", of: "A" }, { ...FIRST_CARE, contactsPerYear: 17 }, saving());
  const from = performance.now();
  const changed = await recount(store, "changed");
  if (changed < CUSTOMERS * 0.9) throw new Error(`only ${changed} customers were changed by the new plan`);
  return performance.now() - from;
}

async function measureLists(store: Store): Promise<readonly Figure[]> {
  const ports = portsOf(store);
  const directory = await createDirectories(store, () => NOW).of(COMPANY);
  const persons = await everyone(store);
  let lines = 0;
  const ours = await timed(async () => {
    for (const person of persons) {
      const list = await loadList(weekReader(ports, directory, person));
      lines += list.total;
      if (drawWeek(list, person.language).blocks.length < 5) throw new Error("a weekly list is empty");
    }
  });
  if (lines < SALESPEOPLE * 20) throw new Error(`the lists hold only ${lines / REPEATS} customers`);
  const floor = await timed(async () => {
    for (const { _id: person } of persons) {
      const due = await dueOf(store, { company: COMPANY, person, through: SUNDAY });
      await store.getMany(
        contacts,
        due.slice(0, 10).flatMap(({ clock }) => clock.last?.contact ?? []),
      );
    }
  });
  return [figure("customers.lists", ours, floor)];
}

async function measureHome(store: Store): Promise<readonly Figure[]> {
  const directory = await createDirectories(store, () => NOW).of(COMPANY);
  const [person] = await everyone(store);
  if (!person) throw new Error("there is no salesperson");
  const listener = { language: "fi", timeZone: person.timeZone, person } as const;
  const home = await timed(async () => {
    const view = await loadHome(portsOf(store), directory, listener, {});
    if (!view || !drawHome(view, listener).text.includes("Yhteydenotot")) throw new Error("Home shows no customers");
  });
  const due = await timed(() => dueOf(store, { company: COMPANY, person: person._id, through: SUNDAY }));
  return [figure("customers.home", home, due)];
}

async function measureFinding(store: Store, read: number): Promise<readonly Figure[]> {
  const first = await timed(async () => {
    const register = await createRegisters(store, () => NOW).of(COMPANY);
    if (register.ordered().length !== CUSTOMERS || !register.index.search("virtaselle"))
      throw new Error("nobody is found");
  }, FEW_REPEATS);
  const { index } = await createRegisters(store, () => NOW).of(COMPANY);
  const called = Array.from({ length: SEARCHES }, (_, nth) =>
    nameOf(nth * 37)
      .toLowerCase()
      .replace(" oy", "lle"),
  );
  const from = performance.now();
  for (const name of called) index.search(name);
  const search = (performance.now() - from) / SEARCHES;
  return [figure("customers.register", first, read), figure("customers.search", search, 0)];
}

/** Nothing of customers is read from flows. */
function portsOf(store: Store) {
  return { store, flows: { companies: [], all: () => [], get: () => undefined, workbooks: () => [] }, now: () => NOW };
}

/** The median of several turns, in milliseconds. */
async function timed(work: () => Promise<unknown>, repeats = REPEATS): Promise<number> {
  const taken: number[] = [];
  for (let turn = 0; turn < repeats; turn++) {
    const from = performance.now();
    await work();
    taken.push(performance.now() - from);
  }
  return median(taken);
}

function figure(name: string, value: number, floor: number): Figure {
  return { name, value, unit: "ms", floor, ratio: floor === 0 ? 0 : value / floor, better: "lower" };
}
