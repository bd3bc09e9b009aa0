import { describe, expect, it } from "vitest";
import { isWorkingDay } from "../../src/calendar/working-day.ts";
import { KEPT_HISTORY, type PlanAction, planActionSchema } from "../../src/plan/action.ts";
import { derive } from "../../src/plan/apply-action.ts";
import * as decide from "../../src/plan/decide.ts";
import { type Decision, differences, updated } from "../../src/plan/decision.ts";
import { dueDate, quarterKey } from "../../src/plan/due.ts";
import { dueFor, nextMonday } from "../../src/plan/due-for.ts";
import { edit, move } from "../../src/plan/edit.ts";
import { isLive, peopleOf, takersOf } from "../../src/plan/owners.ts";
import { yearPlan } from "../../src/plan/year-plan.ts";
import { fc } from "../support/properties.ts";
import { NOW, sampleAction, takenBy } from "./sample-action.ts";

const doing = { person: "p1", now: NOW };
const isHere = () => true;
const people = fc.constantFrom("p1", "p2", "p3");
const days = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2090-12-31"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const dues = fc.oneof(
  days.map((on) => ({ kind: "day" as const, on })),
  fc.record({
    kind: fc.constant("quarter" as const),
    year: fc.integer({ min: 2020, max: 2090 }),
    quarter: fc.integer({ min: 1, max: 4 }),
  }),
);
const deeds: fc.Arbitrary<(action: PlanAction) => Decision> = fc.oneof(
  people.map((person) => (action: PlanAction) => decide.join(action, { person, now: NOW })),
  people.map((person) => (action: PlanAction) => decide.decline(action, { person, now: NOW })),
  fc.tuple(people, people).map(
    ([to, from]) =>
      (action: PlanAction) =>
        decide.propose(action, to, from, doing),
  ),
  dues.map((due) => (action: PlanAction) => edit(action, { due })),
  fc.string({ minLength: 1, maxLength: 50 }).map((what) => (action: PlanAction) => edit(action, { what })),
  fc.string({ maxLength: 50 }).map((why) => (action: PlanAction) => decide.block(action, why, doing)),
  fc.string({ maxLength: 50 }).map((why) => (action: PlanAction) => decide.drop(action, why)),
  fc.tuple(people, days).map(
    ([person, until]) =>
      (action: PlanAction) =>
        decide.snooze(action, until, { person }),
  ),
  fc.constantFrom(decide.begin, decide.finish, decide.putOff, decide.reopen, decide.unblock, decide.keep),
);

function becomes(action: PlanAction, decision: Decision, by = "p1"): PlanAction {
  return "declined" in decision ? action : updated(action, decision, { by, now: NOW });
}

describe("whatever people do to an action", () => {
  it("it stays a whole record: due date, quarter, openness and closing follow from the rest", () => {
    fc.assert(
      fc.property(fc.array(deeds, { maxLength: 80 }), (all) => {
        const action = all.reduce((now, deed) => becomes(now, deed(now)), sampleAction());
        expect(planActionSchema.safeParse(action).success).toBe(true);
        expect(action.dueOn).toBe(action.due ? dueDate(action.due) : null);
        expect(action.quarter).toBe(action.due ? quarterKey(action.due) : null);
        expect(action.open).toBe(action.standing.kind !== "done" && action.standing.kind !== "dropped");
        expect(action.closedAt === null).toBe(action.open);
        expect(action.history.length).toBeLessThanOrEqual(KEPT_HISTORY);
        if (!action.open) expect([action.nextLookAt, peopleOf(action)]).toEqual([null, []]);
        if (action.nextLookAt !== null) expect(action.nextLookAt).toBeGreaterThan(NOW);
      }),
      { numRuns: 300 },
    );
  });

  it("the same deed a second time declines or says the same", () => {
    fc.assert(
      fc.property(fc.array(deeds, { maxLength: 20 }), deeds, (before, deed) => {
        const action = before.reduce((now, one) => becomes(now, one(now)), sampleAction());
        const once = becomes(action, deed(action));
        const twice = becomes(once, deed(once));
        expect({ ...twice, history: [], revision: 0 }).toEqual({ ...once, history: [], revision: 0 });
      }),
    );
  });

  it("the change that is written makes the one into the other", () => {
    fc.assert(
      fc.property(deeds, (deed) => {
        const action = sampleAction({ owners: takenBy("p2") });
        const next = becomes(action, deed(action));
        expect({ ...action, ...differences(action, next) }).toEqual(next);
      }),
    );
  });

  it("snoozing never moves the plan", () => {
    fc.assert(
      fc.property(dues, days, people, (due, until, person) => {
        const action = becomes(sampleAction({ owners: takenBy(person) }), edit(sampleAction(), { due }));
        const snoozed = becomes(action, decide.snooze(action, until, { person }));
        const { snoozed: _, revision, ...rest } = snoozed;
        expect(rest).toMatchObject({ due, dueOn: action.dueOn, standing: action.standing, owners: action.owners });
      }),
    );
  });
});

describe("what a flow says and what people changed", () => {
  const derived = {
    company: "c1",
    team: "t1",
    origin: { kind: "row", flow: "f", round: "r", step: "s", row: "1" },
    content: { ...contentOf(sampleAction()), what: "Flown sana", notes: "flow" },
    owners: ["p2"],
    by: null,
    revision: 2,
  } as const;

  it("edited wins field by field, an older revision changes nothing, who declined is not proposed again", () => {
    const made = sampleAction({ appliedRevision: 1, derived: { ...contentOf(sampleAction()), owners: [] } });
    const edited = becomes(made, edit(made, { what: "Oma sana" }));
    const applied = becomes(edited, derive(edited, derived, NOW));
    expect(applied).toMatchObject({ what: "Oma sana", notes: "flow", derived: { what: "Flown sana" } });
    expect(derive(applied, derived, NOW)).toEqual({ declined: "unchanged" });
    const declined = becomes(applied, decide.decline(applied, { person: "p2", now: NOW }), "p2");
    const again = becomes(declined, derive(declined, { ...derived, revision: 3 }, NOW));
    expect(again.owners.p2).toMatchObject({ state: "declined" });
  });

  function contentOf({ what, dimension, level, firstDeed, due, resources, doneWhen, notes }: PlanAction) {
    return { what, dimension, level, firstDeed, due, resources, doneWhen, notes };
  }
});

describe("owners", () => {
  it("take, let go and are proposed; a closed action is nobody's to take", () => {
    const taken = becomes(sampleAction(), decide.take(sampleAction(), doing, isHere));
    expect(takersOf(taken)).toEqual(["p1"]);
    expect(decide.take(taken, doing, isHere)).toEqual({ declined: "yours" });
    const handed = becomes(taken, decide.propose(taken, "p2", "p1", doing));
    const begun = becomes(taken, decide.begin(taken));
    expect(becomes(begun, decide.propose(begun, "p2", "p1", doing)).standing.kind).toBe("planned");
    expect(becomes(begun, decide.decline(begun, doing)).standing.kind).toBe("planned");
    expect(becomes(begun, edit(begun, {}, { wanted: ["p2"], doing })).standing.kind).toBe("planned");
    expect(handed.owners).toEqual({ p2: { state: "proposed", at: NOW, by: "p1" } });
    const other = { person: "p2", now: NOW };
    expect(decide.take(taken, other, isHere)).toEqual({ declined: "taken" });
    expect(
      takersOf(
        becomes(
          taken,
          decide.take(taken, other, () => false),
        ),
      ),
    ).toEqual(["p1", "p2"]);
    expect(decide.take(becomes(taken, decide.finish(taken)), other, isHere)).toEqual({ declined: "closed" });
  });

  it("who has left has not taken it", () => {
    const action = sampleAction({ owners: takenBy("gone") });
    expect(isLive(action, () => true)).toBe(true);
    expect(isLive(action, (person) => person !== "gone")).toBe(false);
  });
});

describe("dates", () => {
  it("a quarter is due on its last working day", () => {
    expect(dueDate({ kind: "quarter", year: 2026, quarter: 4 })).toBe("2026-12-31");
    expect(dueDate({ kind: "quarter", year: 2027, quarter: 2 })).toBe("2027-06-30");
    fc.assert(
      fc.property(dues, (due) => {
        const on = dueDate(due);
        expect(quarterKey({ kind: "day", on })).toBe(quarterKey(due));
        if (due.kind === "quarter") expect(isWorkingDay(on)).toBe(true);
      }),
    );
  });

  it("nothing is moved to a day that is over", () => {
    const due = { kind: "day", on: "2026-11-29" } as const;
    expect(move(sampleAction(), due, { today: "2026-11-30" })).toEqual({ declined: "past" });
    const quarter = { kind: "quarter", year: 2028, quarter: 3 } as const;
    expect(move(sampleAction(), quarter, { today: "2028-10-01" })).toEqual({ declined: "past" });
    // A Saturday: its last working day is over, the quarter is not.
    expect(move(sampleAction(), quarter, { today: "2028-09-30" })).toMatchObject({ did: "moved" });
  });

  it("a person's week has what is proposed, late, due by Sunday, and later; each once", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.option(days), deeds), { maxLength: 30 }), days, (all, today) => {
        const own = all.map(([on, deed], nth) => {
          const dated = on ? { due: { kind: "day" as const, on }, dueOn: on } : {};
          const action = sampleAction({ _id: `a${nth}`, owners: takenBy("p1"), ...dated });
          return becomes(action, deed(action));
        });
        const week = dueFor(own, "p1", today);
        const shown = [...week.proposed, ...week.late, ...week.thisWeek, ...week.later].map(({ _id }) => _id);
        expect(new Set(shown).size).toBe(shown.length);
        for (const { dueOn } of week.late) expect((dueOn ?? "") < today).toBe(true);
        for (const { dueOn } of week.thisWeek) expect((dueOn ?? "") < nextMonday(today)).toBe(true);
        for (const { dueOn } of week.later) expect((dueOn ?? "9999") >= nextMonday(today)).toBe(true);
      }),
    );
  });

  it("the first deed counts until something is under way; what sleeps is not spoken of", () => {
    const today = "2026-11-30";
    const deed = { what: "soitto", on: "2026-11-27" };
    const due = { due: { kind: "day", on: "2026-12-31" }, dueOn: "2026-12-31" } as const;
    const planned = sampleAction({ owners: takenBy("p1"), firstDeed: deed, ...due });
    expect(dueFor([planned], "p1", today).late).toHaveLength(1);
    expect(dueFor([becomes(planned, decide.begin(planned))], "p1", today).later).toHaveLength(1);
    const asleep = becomes(planned, decide.snooze(planned, nextMonday(today), doing));
    expect(dueFor([asleep], "p1", today).late).toEqual([]);
    expect(dueFor([asleep], "p1", "2026-12-07").late).toHaveLength(1);
  });
});

describe("a year", () => {
  it("has each action of it in one cell, dropped ones in none", () => {
    const on = (dimension: string | null, quarter: string | null, over: Partial<PlanAction> = {}) =>
      sampleAction({ dimension, quarter, ...over });
    const dropped = { standing: { kind: "dropped", why: "" }, open: false } as const;
    const plan = yearPlan(
      [
        on("a", "2027-1"),
        on("a", "2027-1"),
        on("b", "2027-4"),
        on("x", "2027-2"),
        on("b", null),
        on("a", "2027-2", dropped),
      ],
      ["a", "b"],
      2027,
    );
    expect(plan.rows.map(({ dimension, quarters }) => [dimension, quarters.map(({ length }) => length)])).toEqual([
      ["a", [2, 0, 0, 0]],
      ["b", [0, 0, 0, 1]],
      [null, [0, 1, 0, 0]],
    ]);
    expect(plan.unplaced).toHaveLength(1);
  });
});
