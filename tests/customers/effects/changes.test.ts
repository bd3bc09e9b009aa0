import { describe, expect, it } from "vitest";
import { gapsOf } from "../../../src/customers/effects/gaps.ts";
import { mergeChange } from "../../../src/customers/effects/merge-change.ts";
import { openWeeks, previewOf } from "../../../src/customers/effects/preview.ts";
import { NO_CHANGES, registerChangesSchema } from "../../../src/customers/effects/register-changes.ts";
import { changesOf } from "../../../src/customers/effects/saves.ts";
import type { AnswerValue } from "../../../src/flow/answer-value.ts";
import { exampleAnswers } from "../../../src/flow/loading/example-answers.ts";
import { flowsOf } from "../../support/flow-folder.ts";
import { fc } from "../../support/properties.ts";
import { bookOf, criterion, NOW, sampleCustomer, TODAY } from "../sample-customer.ts";

const flows = flowsOf("flows");
const saving = flows.all("anyone").filter(({ saves }) => saves.length > 0);
const level = fc.constantFrom("low" as const, "high" as const).map((one) => ({ kind: "level" as const, level: one }));
const change = (set: object, scores = {}) => ({
  row: "rows/a",
  customer: { id: "k1", name: "Virtasen Konepaja" },
  set,
  scores,
  product: "",
  contactPerson: "",
});

describe("what answers change in the register", () => {
  it.each(saving.flatMap((flow) => (["fi", "en"] as const).map((language) => ({ flow, language, name: flow.id }))))(
    "$name says it of its own example in $language",
    ({ flow, language }) => {
      const { answers } = exampleAnswers(flow, (id) => flows.get("anyone", id), language);
      const changes = changesOf({ flow, values: answers, language, on: TODAY });
      expect(registerChangesSchema.parse(changes)).toEqual(changes);
      expect(changes).not.toEqual(NO_CHANGES);
    },
  );

  it("is nothing while nothing is answered", () => {
    for (const flow of saving) expect(changesOf({ flow, values: {}, language: "fi", on: TODAY })).toEqual(NO_CHANGES);
  });
});

describe("a row that is saved again", () => {
  it("sets what it says anew where nobody edited, and nothing where somebody did", () => {
    fc.assert(
      fc.property(level, level, fc.option(level, { nil: undefined }), (first, then, edited) => {
        const once = { ...sampleCustomer(), ...mergeChange(sampleCustomer(), change({ present: first }), undefined) };
        expect(once.present).toEqual(first);
        const stands = edited ? { ...once, present: edited } : once;
        const again = mergeChange(stands, change({ present: then }), change({ present: first }));
        const isEdited = edited !== undefined && edited.level !== first.level;
        expect({ ...stands, ...again }.present).toEqual(isEdited ? edited : then);
      }),
    );
  });

  it("keeps criteria apart from one another", () => {
    const stands = sampleCustomer({ scores: { sales: 5, growth: 1, other: 2 } });
    const merged = mergeChange(stands, change({}, { sales: 3, growth: 4 }), change({}, { sales: 2, growth: 1 }));
    expect(merged.scores).toEqual({ sales: 5, growth: 4, other: 2 });
  });

  it("adds a contact person once, whatever case the name is in", () => {
    const mika = { ...change({}), contactPerson: "Mika Salo" };
    const { contactPersons = [] } = mergeChange(sampleCustomer(), mika, undefined);
    expect(contactPersons).toMatchObject([{ id: "rows/a", name: "Mika Salo", phone: "" }]);
    const known = sampleCustomer({ contactPersons });
    expect(mergeChange(known, { ...mika, contactPerson: "mika salo" }, mika)).not.toHaveProperty("contactPersons");
  });
});

describe("the preview", () => {
  it("tells who moves because of new rules alone, beside those who are named", () => {
    const book = bookOf({}, { rules: { ...bookOf().rules, criteria: [criterion("sales", 1)] } });
    const after = bookOf({}, { rules: { ...book.rules, thresholds: { A: 4.5, B: 3, C: 2 } } });
    const all = [
      sampleCustomer({ _id: "k1", name: "Nimetty", scores: { sales: 1 }, class: "D" }),
      sampleCustomer({ _id: "k2", name: "Muu", scores: { sales: 4 }, class: "A" }),
      sampleCustomer({ _id: "k3", name: "Annettu", scores: { sales: 4 }, givenClass: "A", class: "A" }),
    ];
    const named = { ...change({}, { sales: 5 }), customer: { id: "k1", name: "Nimetty" } };
    const seen = previewOf(
      { ...NO_CHANGES, customers: [named] },
      {
        ...{ all, book, after, before: null, madeAWeek: new Map(), weeksOpen: 48, now: NOW },
        idOf: ({ id, name }) => id ?? name,
      },
    );
    expect(seen.moves.map((move) => [move.customer.name, move.class.from, move.class.to])).toEqual([
      ["Nimetty", "D", "A"],
      ["Muu", "A", "B"],
    ]);
    expect(seen.changed).toEqual([
      { name: "Muu", isNew: false, deltas: [{ kind: "class", from: "A", to: "B" }] },
      {
        name: "Nimetty",
        isNew: false,
        deltas: [
          { kind: "class", from: "D", to: "A" },
          { kind: "score", criterion: "sales", from: 1, to: 5 },
        ],
      },
    ]);
    expect(seen.added).toEqual([]);
  });

  it("counts the weeks on which the company is open", () => {
    expect(openWeeks("2027-01-01", 364, () => false)).toBe(52);
    const july = (day: string) => day >= "2027-07-12" && day <= "2027-08-08";
    expect(openWeeks("2027-01-01", 364, july)).toBe(48);
  });
});

describe("two views of a customer", () => {
  it("are told by the mean of each point, the widest gap first, either way", () => {
    const rowOf = (point: string, customer: number, we: number, nth: number) => ({
      id: `${nth}`,
      cells: {
        point: { kind: "choice" as const, option: point },
        customer: { kind: "number" as const, number: customer },
        we: { kind: "number" as const, number: we },
      },
    });
    const rows = [
      rowOf("needs", 4, 3, 1),
      rowOf("smoothness", 1, 4, 2),
      rowOf("smoothness", 2, 4, 3),
      rowOf("attitude", 5, 2, 4),
    ];
    const views: AnswerValue = { kind: "table", rows };
    expect(gapsOf({ views })).toEqual([
      { point: "attitude", customer: 5, we: 2, gap: -3 },
      { point: "smoothness", customer: 1.5, we: 4, gap: 2.5 },
      { point: "needs", customer: 4, we: 3, gap: -1 },
    ]);
    expect(gapsOf({})).toEqual([]);
  });
});
