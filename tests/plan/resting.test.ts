import { expect, test } from "vitest";
import type { PlanAction } from "../../src/plan/action.ts";
import { dueFor } from "../../src/plan/due-for.ts";
import { sampleAction, takenBy } from "./sample-action.ts";

test("what waits for its turn is spoken of from the week in which it or its first deed is due, unless the deed had gone by", () => {
  const due = { due: { kind: "day", on: "2026-12-31" }, dueOn: "2026-12-31" } as const;
  const waits = (on: string) =>
    sampleAction({
      ...due,
      owners: takenBy("p1"),
      firstDeed: { what: "soitto", on },
      standing: { kind: "waiting" },
      history: [{ at: Date.parse("2026-11-30T09:00:00Z"), by: "p2", did: "waiting", note: "" }],
    });
  const heard = (action: PlanAction, today: string) =>
    Object.entries(dueFor([action], "p1", today)).find(([, { length }]) => length > 0)?.[0] ?? "";
  const [over, ahead] = [waits("2026-11-27"), waits("2026-12-11")];
  const seen = ["2026-11-30", "2026-12-27", "2026-12-28", "2027-01-04"].map((today) => heard(over, today));
  expect(seen).toEqual(["", "", "thisWeek", "late"]);
  expect(["2026-12-06", "2026-12-07", "2026-12-14"].map((on) => heard(ahead, on))).toEqual(["", "thisWeek", "late"]);
});
