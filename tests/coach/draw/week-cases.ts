import { actionLineItem } from "../../../src/coach/week/sections/action-week-item.ts";
import type { WeekReader } from "../../../src/coach/week/week-section.ts";
import { weekSections } from "../../../src/coach/week/week-sections.ts";
import type { WeekList, WeekView } from "../../../src/coach/week/week-view.ts";
import type { Person } from "../../../src/people/records.ts";
import type { PlanAction } from "../../../src/plan/action.ts";
import type { Case } from "./case.ts";
import { directory, listener } from "./people.ts";
import { sampleActions } from "./plan-cases.ts";
import { NOW } from "./scenes.ts";

function readerAs(over: Partial<Person> = {}): WeekReader {
  const own = listener("fi");
  if (!own.person) throw new Error("nobody listens");
  const person = { ...own.person, ...over };
  return {
    ports: {
      get store(): never {
        throw new Error("drawing reads nothing");
      },
      get flows(): never {
        throw new Error("drawing reads nothing");
      },
      now: () => NOW,
    },
    directory,
    person,
    listener: { ...own, person },
    now: NOW,
    today: "2026-11-30",
    isClosed: () => false,
    back: undefined,
    backIn: () => undefined,
    postedAt: NOW - 1,
    actions: () => Promise.resolve([]),
  };
}

const all = Object.values(sampleActions);

/** A page of five lines of these, each in a section of its own. */
function list(actions: readonly PlanAction[], over: Partial<WeekList> = {}, reader = readerAs()): WeekList {
  const subject = weekSections[0]?.subject;
  return {
    kind: "list",
    reader,
    week: "2026-W49",
    counts: subject ? [{ subject, count: 12 }] : [],
    later: [],
    told: [],
    named: [],
    ways: [],
    groups: actions.flatMap((action, nth) => {
      const section = weekSections[nth % weekSections.length];
      return section ? [{ section, items: [actionLineItem(action, reader)] }] : [];
    }),
    from: 1,
    to: actions.length,
    total: 1000,
    settled: 100,
    page: 0,
    pages: 200,
    shown: [],
    ...over,
  };
}

function nudge(actions: readonly PlanAction[], contacts = 0): WeekView {
  const reader = readerAs();
  const due = actions.map((action) => ({
    what: action.what,
    on: "2026-11-30",
    draw: actionLineItem(action, reader),
  }));
  return { kind: "nudge", reader, due, contacts, shown: [] };
}

const waits = { actions: all, until: "2026-12-07", closed: false };
const later = weekSections.at(-1)?.subject;
const views: { readonly [name: string]: WeekView } = {
  ...Object.fromEntries([0, 5, 10].map((at) => [`of lines ${at}–${at + 5}`, list(all.slice(at, at + 5))])),
  "of every second week": list(all.slice(0, 1), {}, readerAs({ weeklyPace: "every-second" })),
  "in the middle": list(all.slice(0, 5), { from: 496, to: 500, page: 99 }),
  "of the last page": list(all.slice(0, 1), { from: 1000, to: 1000, page: 199 }),
  "of later things": list(all.slice(0, 2), { counts: [], later: later ? [{ subject: later, count: 1 }] : [] }),
  "with nothing open any more": list([], { counts: [], total: 0, pages: 1 }),
  "ask whether to go on": { kind: "ask", thinned: false },
  "ask whether to go on every second week": { kind: "ask", thinned: true },
  "are stopped": { kind: "stopped" },
  previewed: list(all.slice(0, 5), { preview: { next: NOW + 1 } }),
  "previewed to who wants none": list(all.slice(0, 1), { preview: { next: undefined } }, readerAs({ quiet: true })),
  "with all put off": list([], { counts: [], total: 0, pages: 1, waiting: waits }),
  "with all put off for good": list([], { counts: [], total: 0, pages: 1, waiting: { ...waits, until: null } }),
  "of a closed week": list([], { counts: [], total: 0, pages: 1, waiting: { ...waits, closed: true } }),
  "with all put off, previewed": { kind: "nothing", reader: readerAs(), next: NOW + 1, waiting: waits },
  "with all put off for good, previewed": {
    kind: "nothing",
    reader: readerAs(),
    next: undefined,
    waiting: { ...waits, until: null },
  },
  "of a closed week, previewed": {
    kind: "nothing",
    reader: readerAs(),
    next: NOW + 1,
    waiting: { ...waits, closed: true },
  },
  "with nothing to preview": { kind: "nothing", reader: readerAs(), next: NOW + 1 },
  "stopped, with nothing to preview": { kind: "nothing", reader: readerAs({ weeklyPace: "stopped" }), next: undefined },
  "nudge of one": nudge(all.slice(1, 2)),
  "nudge of contacts and actions": nudge(all.slice(0, 7), 3),
  "nudge of many": nudge(all),
};

/** The weekly message and the nudge, in each of their forms. */
export const weekCases: readonly Case[] = Object.entries(views).map(([name, week]) => ({
  name: `weekly messages ${name}`,
  tell: { kind: "week" },
  sources: { lobby: { now: NOW, directory, flows: [], terms: [], week } },
}));
