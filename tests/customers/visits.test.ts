import { describe, expect, it } from "vitest";
import { lastPromise, standingPromises } from "../../src/customers/last-promise.ts";
import { briefingOf } from "../../src/customers/visits/briefing.ts";
import { chooseCard, fittingCards, QUESTION_CARDS } from "../../src/customers/visits/question-cards.ts";
import { words } from "../../src/text/text.ts";
import { fc } from "../support/properties.ts";
import { sampleContact } from "./sample-contact.ts";
import { sampleCustomer } from "./sample-customer.ts";

const phases = fc.constantFrom(null, "birth", "development", "upkeep", "letting-go");
const wills = fc.option(
  fc.record({
    importance: fc.constantFrom("opportunity", "necessary", "no-difference"),
    will: fc.constantFrom("wanted", "doubted"),
    on: fc.constant("2027-01-11"),
  }),
);

describe("the question card", () => {
  it("is always there, fits what it names, and is another one at the next visit where several fit", () => {
    fc.assert(
      fc.property(phases, wills, fc.boolean(), fc.boolean(), fc.nat(50), (lifecycle, will, buys, answered, nth) => {
        const wanted = { lifecycle, will, buys, answered };
        const fitting = fittingCards(wanted);
        const card = chooseCard(wanted, nth);
        expect(fitting).toContain(card);
        if (fitting.length > 1) expect(chooseCard(wanted, nth + 1)).not.toBe(card);
        const found: { lifecycle?: string; will?: string } = QUESTION_CARDS.find(({ id }) => id === card)?.for ?? {};
        if (found.lifecycle) expect(found.lifecycle).toBe(lifecycle);
        if (found.will) expect(found.will).toBe(will?.will);
      }),
    );
  });

  it("asks who doubts about the doubt, whatever the phase", () => {
    const will = { importance: "necessary", will: "doubted", on: "2027-01-11" } as const;
    expect(chooseCard({ lifecycle: "upkeep", will, buys: true, answered: false }, 0)).toBe("doubt-necessary");
    expect(chooseCard({ lifecycle: "upkeep", will: null, buys: true, answered: false }, 0)).toBe("what-more");
    expect(chooseCard({ lifecycle: null, will: null, buys: false, answered: false }, 1)).toBe("now-instead");
    expect(chooseCard({ lifecycle: null, will: null, buys: true, answered: true }, 0)).toBe("problem-today");
  });

  it.each(["fi", "en"] as const)("is a short question in %s", (language) => {
    for (const { id } of QUESTION_CARDS) {
      const text = words(language)(`visits.card.${id}`);
      expect(text).toMatch(/\?$/u);
      expect(text.length).toBeLessThanOrEqual(100);
    }
  });
});

describe("what one knows before the door", () => {
  it("is still the newest promise once it was kept, though it stands no more", () => {
    const next = { on: "2027-01-12", means: null };
    const made = sampleContact({ _id: "1", on: "2027-01-04", promise: "soittaa 12.1.", next });
    const plan = sampleContact({ _id: "1/next", plannedWith: "1", state: "planned", on: null, due: "2027-01-12" });
    expect(standingPromises([made, plan])).toMatchObject([{ what: "soittaa 12.1.", due: "2027-01-12" }]);
    const kept = [made, { ...plan, state: "kept" as const }];
    expect(standingPromises(kept)).toEqual([]);
    expect(lastPromise(kept)).toMatchObject({ what: "soittaa 12.1.", due: null });
  });

  it("is the last promise, also from a call that nobody answered, and what is open, the one due first first", () => {
    const contacts = [
      sampleContact({ _id: "1", on: "2027-01-04", promise: "soitto uudestaan", state: "tried" }),
      sampleContact({
        _id: "2",
        on: "2026-12-01",
        promise: "tarjous",
        notes: "tilaa syksyllä",
        measures: [
          { id: "a", what: "Kuvat", on: null, done: false },
          { id: "b", what: "Tarjous", on: "2027-02-01", done: false },
          { id: "c", what: "Näytteet", on: "2027-01-15", done: false },
          { id: "d", what: "Kartoitus", on: "2026-12-15", done: true },
        ],
      }),
      sampleContact({ _id: "3", state: "planned", on: null, due: "2027-03-01", plannedWith: "2", promise: "tarjous" }),
    ];
    const briefing = briefingOf(sampleCustomer({ lifecycle: "upkeep" }), contacts, undefined);
    expect(briefing.promise).toMatchObject({ what: "soitto uudestaan", on: "2027-01-04" });
    expect(briefing.last).toEqual({ on: "2026-12-01", means: "phone", notes: "tilaa syksyllä" });
    expect(briefing.open.map(({ what }) => what)).toEqual(["Näytteet", "Tarjous", "Kuvat"]);
  });

  it("is what was agreed on after the last promise: a new day, a plan, and where that was moved to", () => {
    const promised = sampleContact({ _id: "1", on: "2027-01-04", promise: "soitan 20.1.", createdAt: 1 });
    const next = { on: "2027-01-20", means: null };
    const said = sampleContact({ _id: "2", on: "2027-01-08", next, createdAt: 2 });
    const plan = sampleContact({ _id: "2/next", state: "planned", on: null, due: "2027-01-20", plannedWith: "2" });
    expect(lastPromise([promised, said, plan])).toMatchObject({ what: "", on: "2027-01-08", due: "2027-01-20" });
    const late = sampleContact({ _id: "3", on: "2027-01-10", next, promise: "soitan 20.1." });
    const moved = { ...plan, due: "2027-01-27", plannedWith: "3" };
    expect(lastPromise([promised, late, moved])).toMatchObject({
      what: "soitan 20.1.",
      due: "2027-01-27",
      isMoved: true,
    });
    const byHand = sampleContact({ _id: "4", state: "planned", on: null, due: "2027-02-01", promise: "esittelen" });
    expect(lastPromise([promised, byHand])).toMatchObject({ what: "esittelen", on: "2027-01-11", due: "2027-02-01" });
    // Taken back, there is nothing to wait for but what was promised before.
    expect(lastPromise([promised, said])).toMatchObject({ what: "soitan 20.1." });
  });

  it("says nothing where nobody has said anything, but asks a question all the same", () => {
    const briefing = briefingOf(sampleCustomer(), [], undefined);
    expect(briefing).toMatchObject({ promise: undefined, last: undefined, open: [], state: undefined, map: undefined });
    expect(briefing.card).toBe("orders-turned");
  });
});
