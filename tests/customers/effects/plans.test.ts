import { describe, expect, it } from "vitest";
import { plansToSave, sameCare } from "../../../src/customers/effects/plans-to-save.ts";
import { previewOf } from "../../../src/customers/effects/preview.ts";
import { NO_CHANGES, type PlanChange } from "../../../src/customers/effects/register-changes.ts";
import { carePlans } from "../../../src/customers/effects/saves/care-plans.ts";
import type { AnswerValue } from "../../../src/flow/answer-value.ts";
import { flowsOf } from "../../support/flow-folder.ts";
import { bookOf, care, NOW, sampleCustomer, TODAY } from "../sample-customer.ts";

const plan = (of: string, aYear: number): PlanChange => ({ kind: "class", of, care: care(aYear) });
const keys = (plans: readonly PlanChange[]) => plans.map(({ of, care: said }) => [of, said.contactsPerYear]);

describe("care plans that are saved anew", () => {
  const before = [plan("A", 12), plan("B", 4)];

  it("are all written the first time", () => {
    expect(keys(plansToSave(before, [], bookOf()))).toEqual([
      ["A", 12],
      ["B", 4],
    ]);
  });

  it("leave alone what others have laid down since, unless they say it anew", () => {
    const others = bookOf({ "class/A": 26, "class/B": 6 });
    expect(keys(plansToSave([plan("A", 12), plan("B", 3)], before, others))).toEqual([["B", 3]]);
  });

  it("empty a plan whose row is gone, and not one that others have laid down", () => {
    expect(keys(plansToSave([plan("A", 12)], before, bookOf({ "class/A": 12, "class/B": 4 })))).toEqual([
      ["A", 12],
      ["B", null],
    ]);
    expect(keys(plansToSave([plan("A", 12)], before, bookOf({ "class/A": 12, "class/B": 6 })))).toEqual([["A", 12]]);
  });

  it("are told apart by what they say alone", () => {
    const kept = { ...care(4), _id: "c1/all", revision: 3 };
    expect(sameCare(kept, care(4))).toBe(true);
    expect(sameCare(kept, care(4, { goals: "Kaksi uutta palvelua" }))).toBe(false);
  });
});

describe("a group whose care was agreed without a cadence", () => {
  const [flow] = flowsOf("flows")
    .all("anyone")
    .filter(({ id }) => id === "care-plan");
  const cells = {
    group: { kind: "choice" as const, option: "class-c" },
    content: { kind: "text" as const, text: "Uutiskirje" },
  };
  const held: AnswerValue = { kind: "table", rows: [{ id: "1", cells }] };

  it("has a plan too, whose cadence is that of the next in line, and tells how many customers it is for", () => {
    if (!flow) throw new Error("the flow is there");
    const { plans } = carePlans({ flow, values: { care: held }, language: "fi", on: TODAY });
    expect(plans).toEqual([{ kind: "class", of: "C", care: care(null, { content: "Uutiskirje" }) }]);
    const all = [sampleCustomer({ _id: "k1", scores: {}, givenClass: "C", class: "C" }), sampleCustomer({ _id: "k2" })];
    const [said] = plans;
    const after = bookOf({ all: 2, "class/C": said?.care ?? care(null) });
    const register = {
      all,
      book: bookOf({ all: 2 }),
      after,
      before: null,
      madeAWeek: new Map(),
      weeksOpen: 48,
      now: NOW,
    };
    const seen = previewOf({ ...NO_CHANGES, plans }, { ...register, idOf: ({ name }) => name });
    expect([...seen.meant]).toEqual([["class/C", 1]]);
    expect(seen.loads.map(({ customers }) => customers)).toEqual([0]);
  });
});
