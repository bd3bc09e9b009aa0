import { describe, expect, it } from "vitest";
import type { Answers } from "../../src/flow/answers.ts";
import { fits } from "../../src/flow/fits.ts";
import type { Flow } from "../../src/flow/flow.ts";
import { answersInPlay, previousQuestion, progress, questionsInPlay } from "../../src/flow/progress.ts";
import type { Question } from "../../src/flow/step.ts";
import { totalSaid } from "../../src/flow/total-said.ts";
import { fc } from "../support/properties.ts";
import { answeredFrom, asking, flow, questions } from "./answering.ts";
import { aFlow, anOption, aStep, context } from "./reading/reader.ts";

const anyPicks = fc.array(fc.nat(20), { minLength: 1, maxLength: 25 });

describe("where answers stand", () => {
  it("begins at the first question, with what is told before it", () => {
    const standing = asking(progress(flow, {}, context));
    expect(standing.step.id).toBe("service-name");
    expect(standing.before.map((say) => say.id)).toEqual(["welcome"]);
    expect([standing.position, standing.sitting, standing.sittings, standing.sittingEnds]).toEqual([1, 1, 3, false]);
  });

  it("says where a sitting ends", () => {
    const answers = answeredFrom({}, flow, [0]);
    const { market: _, ...rest } = answers;
    const standing = asking(progress(flow, rest, context));
    expect([standing.step.id, standing.sitting, standing.sittingEnds]).toEqual(["market", 1, true]);
  });

  it("counts only questions in play, and asks a conditional one when its condition comes true", () => {
    const inFinland: Answers = { market: { kind: "choice", option: "finland" } };
    const abroad: Answers = { market: { kind: "choice", option: "nordics" } };
    const ids = (answers: Answers) => questionsInPlay(flow, answers, context).map((step) => step.id);
    expect(ids(inFinland)).not.toContain("export-barrier");
    expect(ids(abroad)).toContain("export-barrier");
    expect(asking(progress(flow, abroad, context)).total).toBe(asking(progress(flow, inFinland, context)).total + 1);
  });

  it("says that there may come to be more questions only as long as an answer that opens them is missing", () => {
    const picks = aFlow([
      aStep("choice", { id: "more", options: [anOption("yes", "Kyllä"), anOption("no", "Ei")] }),
      aStep("text", { id: "which", when: { step: "more", is: "yes" } }),
    ]);
    const said = (answers: Answers) => totalSaid({ flow: picks, answers, context });
    const more = (option: string): Answers => ({ more: { kind: "choice", option } });
    expect([said({}), said(more("yes")), said(more("no"))]).toEqual(["1+", "2", "1"]);
    expect(totalSaid({ flow, answers: answeredFrom({}, flow, [0]), context })).not.toContain("+");
  });

  it("does not ask a choice that has nothing to choose from", () => {
    const ids = questionsInPlay(flow, {}, context).map((step) => step.id);
    expect(ids).not.toContain("best-channel");
    expect(
      questionsInPlay(flow, { channels: { kind: "choices", options: ["phone"] } }, context).map((step) => step.id),
    ).toContain("best-channel");
  });

  it("comes to its end whatever is answered", () => {
    fc.assert(
      fc.property(anyPicks, (picks) => {
        const answers = answeredFrom({}, flow, picks);
        const inPlay = questionsInPlay(flow, answers, context);
        expect(progress(flow, answers, context)).toMatchObject({
          kind: "done",
          answered: inPlay.length,
          total: inPlay.length,
        });
      }),
    );
  });

  it("comes to the same standing in whatever order the answers came", () => {
    fc.assert(
      fc.property(anyPicks, fc.shuffledSubarray(questions.map((step) => step.id)), (picks, order) => {
        const all = answeredFrom({}, flow, picks);
        const some = order.filter((id) => id in all);
        const of = (ids: readonly string[]): Answers =>
          Object.fromEntries(ids.flatMap((id) => (all[id] ? [[id, all[id]]] : [])));
        expect(progress(flow, of(some), context)).toEqual(progress(flow, of(some.toSorted()), context));
        expect(progress(flow, answeredFrom(of(some), flow, picks), context).kind).toBe("done");
      }),
    );
  });

  it("survives flows that change in the middle: never throws, keeps every answer that still fits", () => {
    const changed = fc.tuple(
      fc.shuffledSubarray(questions, { minLength: 3 }),
      fc.array(fc.nat(10), { minLength: 25, maxLength: 25 }),
    );
    fc.assert(
      fc.property(anyPicks, changed, (picks, [kept, fates]) => {
        const answers = answeredFrom({}, flow, picks);
        const steps = kept.map(
          (step, index): Question => (fates[index] === 0 ? aStep("quarter", { id: step.id }) : step),
        );
        const later: Flow = { ...flow, steps: [...steps, aStep("text", { id: "new-one" })] };
        const counted = answersInPlay(later, answers, context);
        for (const step of questionsInPlay(later, answers, context)) {
          const value = answers[step.id];
          const stays = value !== undefined && fits(step, value, { flow: later, answers: counted, context });
          expect(counted[step.id]).toEqual(stays ? value : undefined);
        }
        const standing = asking(progress(later, answers, context));
        expect(standing.total).toBeGreaterThanOrEqual(standing.position);
        expect(progress(later, { ...answeredFrom(answers, later, picks) }, context).kind).toBe("done");
      }),
    );
  });

  it("asks again what does not fit any more", () => {
    const level = aStep("level", {
      id: "how",
      scale: "maturity",
      levels: [1, 2, 3].map(() => ({ description: { fi: "a", en: "a" }, sign: { fi: "b", en: "b" } })),
    });
    const choice = aStep("choice", { id: "which", options: [anOption("a", "A"), anOption("b", "B")] });
    const small = aFlow([level, choice]);
    const good: Answers = { how: { kind: "level", level: 3 }, which: { kind: "choice", option: "a" } };
    expect(progress(small, good, context).kind).toBe("done");
    expect(asking(progress(small, { ...good, how: { kind: "level", level: 4 } }, context)).step.id).toBe("how");
    expect(asking(progress(small, { ...good, which: { kind: "choice", option: "gone" } }, context)).step.id).toBe(
      "which",
    );
    expect(asking(progress(small, { ...good, how: { kind: "number", number: 3 } }, context)).step.id).toBe("how");
    expect(asking(progress(small, { ...good, which: { kind: "skipped" } }, context)).step.id).toBe("which");
  });

  it("asks a table again when a column that must be filled came or changed its kind, not when one went", () => {
    const name = { kind: "text", id: "name", label: { fi: "Nimi", en: "Name" } };
    const price = { kind: "money", id: "price", label: { fi: "Hinta", en: "Price" } };
    const of = (...columns: object[]) => aFlow([aStep("table", { id: "rows", columns })]);
    const answers: Answers = {
      rows: {
        kind: "table",
        rows: [{ id: "r1", cells: { name: { kind: "text", text: "A" }, price: { kind: "money", cents: 1 } } }],
      },
    };
    const kindOf = (changed: Flow) => progress(changed, answers, context).kind;
    expect(kindOf(of(name, price))).toBe("done");
    expect(kindOf(of(name))).toBe("done");
    expect(kindOf(of(name, price, { ...price, id: "cost", optional: true }))).toBe("done");
    expect(kindOf(of(name, price, { ...price, id: "cost" }))).toBe("asking");
    expect(kindOf(of(name, { ...price, kind: "number" }))).toBe("asking");
  });

  it("takes cannot-say at levels always, elsewhere only where each answers alone; skipped only where it is optional", () => {
    const answers: Answers = { asked: { kind: "cannot-say" } };
    const alone = { participation: "each" };
    expect(
      progress(
        aFlow([aStep("spectrum", { left: { fi: "a", en: "a" }, right: { fi: "b", en: "b" } })]),
        answers,
        context,
      ).kind,
    ).toBe("done");
    expect(progress(aFlow([aStep("money")]), answers, context).kind).toBe("asking");
    expect(progress(aFlow([aStep("money")], alone), answers, context).kind).toBe("done");
    const skipped: Answers = { asked: { kind: "skipped" } };
    expect(progress(aFlow([aStep("money", { optional: true })]), skipped, context)).toMatchObject({
      kind: "done",
      answered: 0,
      total: 1,
    });
    expect(progress(aFlow([aStep("money")]), skipped, context).kind).toBe("asking");
  });

  it("goes back to the question before, over those that are not in play", () => {
    const answers = answeredFrom({}, flow, [0]);
    const back = (id?: string) => previousQuestion(flow, answers, context, id)?.id;
    expect(back("service-name")).toBeUndefined();
    expect(back("channels")).toBe("market");
    expect(back()).toBe("notes");
    expect(back("gone")).toBeUndefined();
  });

  it("does not take what only lives on a prototype for an answer", () => {
    const odd = aFlow([aStep("text", { id: "constructor" })]);
    expect(asking(progress(odd, {}, context)).step.id).toBe("constructor");
    expect(
      progress(odd, Object.fromEntries([["constructor", { kind: "text", text: "x" } as const]]), context).kind,
    ).toBe("done");
  });
});
