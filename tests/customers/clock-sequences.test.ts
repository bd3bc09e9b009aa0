import { expect, test } from "vitest";
import type { IsClosed } from "../../src/calendar/closed-days.ts";
import { addDays, isoDateIn } from "../../src/calendar/iso-date.ts";
import { carePlanId } from "../../src/customers/care-plan.ts";
import { updated } from "../../src/customers/change-customer.ts";
import { movedTo, recounted, spreadOn } from "../../src/customers/clock/clock-events.ts";
import { limitsOf } from "../../src/customers/clock/limits.ts";
import { lastContactOn } from "../../src/customers/clock/next-due.ts";
import type { OpenDays } from "../../src/customers/clock/open-days.ts";
import type { Clock, Customer } from "../../src/customers/customer.ts";
import { cadenceOf, type Rulebook } from "../../src/customers/rulebook.ts";
import { recount } from "../../src/customers/save-rules.ts";
import { fc } from "../support/properties.ts";
import { bookOf, care, sampleCustomer } from "./sample-customer.ts";

type Happening =
  | { readonly kind: "contact"; readonly daysAgo: number }
  /** `promised`: somebody gave their word for that day. */
  | { readonly kind: "plan"; readonly ahead: number; readonly promised: boolean }
  | { readonly kind: "snooze" | "move"; readonly ahead: number }
  | { readonly kind: "cadence"; readonly aYear: number }
  | { readonly kind: "company-closes"; readonly ahead: number; readonly length: number }
  | { readonly kind: "customer-closes"; readonly from: number; readonly to: number }
  /** The clocks go on, over summer time and back, and sometimes a server's clock goes backwards. */
  | { readonly kind: "time"; readonly hours: number };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant("contact"), daysAgo: fc.nat(40) }),
  fc.record({ kind: fc.constant("plan"), ahead: fc.nat(120), promised: fc.boolean() }),
  fc.record({ kind: fc.constantFrom("snooze", "move"), ahead: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ kind: fc.constant("cadence"), aYear: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ kind: fc.constant("company-closes"), ahead: fc.nat(60), length: fc.nat(30) }),
  fc.record({
    kind: fc.constant("customer-closes"),
    from: fc.integer({ min: 1, max: 52 }),
    to: fc.integer({ min: 1, max: 52 }),
  }),
  fc.record({ kind: fc.constant("time"), hours: fc.integer({ min: -30, max: 24 * 45 }) }),
);

/** A customer and what is known of its contacts, kept in memory as the use cases keep them in the store. */
class World {
  now = Date.parse("2027-03-20T10:00:00Z");
  #nth = 0;
  #aYear = 12;
  readonly #closed: { readonly from: string; readonly to: string }[] = [];
  readonly made: { readonly contact: string; readonly on: string }[] = [];
  planned: { readonly contact: string; readonly on: string; readonly promised: boolean }[] = [];
  customer: Customer;

  constructor() {
    const customer = sampleCustomer();
    const clock = spreadOn({ ...customer.clock, startOn: this.today }, addDays(this.today, 9));
    this.customer = updated(customer, { set: { clock } }, this.book, this.#doing);
  }

  get today(): string {
    return isoDateIn(this.now, "Europe/Helsinki");
  }

  get isClosed(): IsClosed {
    const ranges = [...this.#closed];
    return (day) => ranges.some(({ from, to }) => from <= day && day <= to);
  }

  get book(): Rulebook {
    return bookOf({ all: care(this.#aYear) }, { isClosed: this.isClosed });
  }

  get #doing() {
    return { by: "p1", now: this.now };
  }

  take(what: Happening): void {
    this.#nth += 1;
    const name = `y${this.#nth}`;
    switch (what.kind) {
      case "contact": {
        const on = addDays(this.today, -what.daysAgo);
        this.made.push({ contact: name, on });
        this.planned = this.planned.filter((plan) => plan.on > on);
        this.#count();
        break;
      }
      case "plan":
        this.planned.push({ contact: name, on: addDays(this.today, what.ahead), promised: what.promised });
        this.#count();
        break;
      case "snooze":
      case "move": {
        const kind = what.kind === "snooze" ? "snoozed" : "moved";
        const moved = { kind, to: addDays(this.today, what.ahead), on: this.today, by: "p1", plan: null } as const;
        this.#set({ clock: movedTo(this.customer.clock, moved) });
        break;
      }
      case "cadence":
        this.#aYear = what.aYear;
        this.#recount();
        break;
      case "company-closes": {
        const from = addDays(this.today, what.ahead);
        this.#closed.push({ from, to: addDays(from, what.length) });
        this.#recount();
        break;
      }
      case "customer-closes": {
        const length = (what.to - what.from + 52) % 52;
        this.#set({ closedWeeks: length > 20 ? [] : [{ from: what.from, to: what.to }] });
        break;
      }
      case "time":
        this.now += what.hours * 60 * 60 * 1000;
        this.#recount();
        break;
      default:
        what satisfies never;
    }
  }

  #count(): void {
    const last = this.made.toSorted((a, b) => a.on.localeCompare(b.on)).at(-1);
    const [first] = this.planned.toSorted((a, b) => a.on.localeCompare(b.on));
    const planned = first ? { ...first, promised: this.planned.some(({ promised }) => promised) } : null;
    const known = last ? { ...last, by: "p1", means: null } : null;
    this.#set({ clock: recounted(this.customer.clock, { last: known, planned }) });
  }

  #set(set: Partial<Customer>): void {
    this.customer = updated(this.customer, { set }, this.book, this.#doing);
  }

  #recount(): void {
    for (const { to } of recount([this.customer], this.book, this.today))
      this.#set(to === null ? {} : { clock: spreadOn(this.customer.clock, to) });
  }

  limits() {
    const { care: found } = cadenceOf(this.customer, this.book);
    const { book, customer } = this;
    const limits = limitsOf(found) ?? expect.fail("a cadence was given");
    return { limits, days: book.daysOf(customer), working: book.workingDaysOf(customer) };
  }
}

test("whatever happens, the next contact is never due before what was promised, and never forgotten", () => {
  fc.assert(
    fc.property(fc.array(happening, { minLength: 1, maxLength: 25 }), (story) => {
      const world = new World();
      for (const what of story) {
        world.take(what);
        holds(world);
      }
    }),
    { numRuns: 300 },
  );
});

/** The days on which this occurrence may come as it is spread; none where it is not. */
function spreadsOf({ spread, last }: Clock, working: OpenDays): readonly string[] {
  return spread !== null && spread.since === (last?.on ?? null) ? [spread.to, working.after(spread.to, 0)] : [];
}

/** On a working day, where nobody said which day and one is left within the limit. */
function isAskedWhenPeopleWork({ dueOn, limitOn }: { dueOn: string; limitOn: string }, workingOn: string): void {
  if (workingOn <= limitOn) expect(dueOn).toBe(workingOn);
}

function holds(world: World): void {
  const { customer, today, made } = world;
  const { limits, days, working } = world.limits();
  const { last, moved, planned } = customer.clock;
  const dueOn = customer.dueOn ?? expect.fail("forgotten");
  const limitOn = customer.limitOn ?? expect.fail("without a limit");
  const base = lastContactOn(customer.clock) ?? customer.clock.startOn;
  const spreads = spreadsOf(customer.clock, working);

  // The base is the last real contact, whoever made it and in whatever order they were logged.
  expect(last?.on).toBe(
    made
      .map(({ on }) => on)
      .toSorted()
      .at(-1),
  );
  // Not earlier: counted in open days from the base, unless people agreed on another day, or it was never contacted and is spread.
  const isAgreed = dueOn === moved?.to || dueOn === planned?.on;
  expect(isAgreed || spreads.includes(dueOn) || dueOn >= days.after(base, limits.wish)).toBe(true);
  isAskedWhenPeopleWork({ dueOn, limitOn }, isAgreed ? dueOn : working.after(dueOn, 0));
  if (moved && dueOn < moved.to) expect(dueOn).toBe(planned?.on);
  // Not forgotten: by the limit, or by the day to which somebody moved it or for which they gave their word.
  const word = planned?.promised ? planned.on : "";
  expect(dueOn <= limitOn || dueOn <= (moved?.to ?? "") || dueOn === word).toBe(true);
  // A promise is asked for on its day, whatever was contacted, planned or closed since, or on the day to which it was put off.
  const promises = world.planned.filter(({ promised }) => promised).map(({ on }) => on);
  if (promises.length > 0) expect(dueOn === word || dueOn === moved?.to).toBe(true);
  if (promises.length > 0 && moved === null) expect(promises.every((on) => dueOn <= on)).toBe(true);
  expect(spreads.length > 0 || limitOn === days.after(base, limits.worst)).toBe(true);
  // The clock that looks across companies sees it as its day begins anywhere.
  expect(customer.dueAt).toBe(Date.parse(`${dueOn}T00:00:00Z`) - 14 * 60 * 60 * 1000);
  // A contact of today leaves nothing owed for today.
  if (last?.on === today && moved === null && planned === null) expect(dueOn > today).toBe(true);
}

test("a contact without a promise leaves an earlier promise its day until that comes, and keeps it then", () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 15 }), fc.integer({ min: 1, max: 400 }), (story, ahead) => {
      const world = new World();
      for (const what of story) world.take(what);
      world.take({ kind: "time", hours: 24 * 400 });
      world.planned = [];
      world.take({ kind: "plan", ahead, promised: true });
      const promised = addDays(world.today, ahead);
      world.take({ kind: "contact", daysAgo: 0 });
      expect(world.customer.dueOn).toBe(promised);
      world.take({ kind: "cadence", aYear: 60 });
      expect(world.customer.dueOn).toBe(promised);
      // Over the hour that summer time takes.
      world.take({ kind: "time", hours: 24 * ahead + 2 });
      world.take({ kind: "contact", daysAgo: 0 });
      expect((world.customer.dueOn ?? "") > promised).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("one contact puts an end to whatever was snoozed: the next is due an interval after it", () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 15 }), (story) => {
      const world = new World();
      for (const what of story) world.take(what);
      // A contact of a later day than all that happened.
      world.take({ kind: "time", hours: 24 * 400 });
      world.planned = [];
      world.take({ kind: "contact", daysAgo: 0 });
      const { limits, days, working } = world.limits();
      const [wishOn, limitOn] = [days.after(world.today, limits.wish), days.after(world.today, limits.worst)];
      const workingOn = working.after(wishOn, 0);
      expect(world.customer.dueOn).toBe(workingOn <= limitOn ? workingOn : wishOn);
      expect(world.customer.limitOn).toBe(limitOn);
    }),
    { numRuns: 200 },
  );
});

test("each plan has one record", () => {
  expect(carePlanId("c1", { kind: "class", of: "A" })).toBe("c1/class/A");
  expect(carePlanId("c1", { kind: "all" })).toBe("c1/all");
});
