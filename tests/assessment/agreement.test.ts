import { describe, expect, it } from "vitest";
import {
  acceptable,
  agreementOf,
  allAgreed,
  countSpreads,
  mayOffer,
  objected,
  oneMind,
  topics,
  toTalk,
} from "../../src/assessment/agreement.ts";
import { takeSnapshot } from "../../src/assessment/take-snapshot.ts";
import { agreedLevels, agreedOn, flowOf, responseOf, roundOf } from "./sample-round.ts";

const flow = flowOf(6);
/** Five people: a of one mind, b close, c two apart, d four apart, e three apart, f nobody. */
const answers = [
  { a: 3, b: 2, c: 2, d: 1, e: 1 },
  { a: 3, b: 2, c: 2, d: 1, e: 1 },
  { a: 3, b: 2, c: 3, d: 2, e: 2 },
  { a: 3, b: 3, c: 4, d: 4, e: 4 },
  { a: 3, b: 3, c: 4, d: 5, e: 4 },
];
const responses = answers.map((given, index) => responseOf(`r${index}`, given));
const { snapshot } = takeSnapshot({ flow, responses, tallies: {}, invited: 5 });
const round = roundOf({ snapshot });
const ids = (steps: readonly { readonly id: string }[]) => steps.map(({ id }) => id).join("");

describe("what the facilitator's card leads through", () => {
  it("takes up what is apart, the widest apart first", () => {
    expect(ids(topics(snapshot, flow))).toBe("dec");
  });

  it("counts every dimension once: of one mind, close, apart or with too few answers", () => {
    expect(countSpreads(snapshot, flow)).toEqual({ "one-mind": 1, close: 1, apart: 3, hidden: 1 });
  });

  it("lets dimensions of one mind be accepted together and talks about the others", () => {
    expect(ids(oneMind(snapshot, flow))).toBe("a");
    expect(ids(acceptable(round, flow))).toBe("a");
    expect(ids(toTalk(round, flow))).toBe("decbf");
  });

  it("drops from the list what is agreed", () => {
    const agreed = roundOf({ snapshot, agreed: { a: agreedOn(3), d: agreedOn(2) } });
    expect(ids(toTalk(agreed, flow))).toBe("ecbf");
    expect(acceptable(agreed, flow)).toEqual([]);
  });

  it("offers a level only after the talk, and none where the spread is hidden", () => {
    expect(mayOffer(round, "d")).toBeUndefined();
    const talked = roundOf({ snapshot, talked: { d: 1, f: 1 } });
    expect(mayOffer(talked, "d")).toBe(2);
    expect(mayOffer(talked, "f")).toBeUndefined();
  });

  it("shows objections to agreed levels, and talks a reopened one through even if people were of one mind", () => {
    const objecting = roundOf({ snapshot, agreed: { a: agreedOn(3) }, objections: { a: { p2: 5 } } });
    expect(ids(objected(objecting, flow))).toBe("a");
    const reopened = roundOf({ snapshot, agreed: { a: agreedOn(3) }, talked: { a: 6 }, reopened: { a: 6 } });
    expect(acceptable(reopened, flow)).toEqual([]);
    expect(objected(reopened, flow)).toEqual([]);
    expect(ids(toTalk(reopened, flow))).toContain("a");
    expect(mayOffer(reopened, "a")).toBe(3);
    expect(ids(agreementOf(reopened, flow).agreed)).toBe("");
  });

  it("knows what is agreed and when everything is", () => {
    const half = roundOf({ snapshot, agreed: agreedLevels(flow, [3, null, 2]) });
    expect(ids(agreementOf(half, flow).agreed)).toBe("ac");
    expect(ids(agreementOf(half, flow).open)).toBe("bdef");
    expect(allAgreed(half, flow)).toBe(false);
    expect(allAgreed(roundOf({ agreed: agreedLevels(flow, [3, 3, 2, 1, 1, 5]) }), flow)).toBe(true);
  });
});
