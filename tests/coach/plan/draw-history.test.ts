import { expect, test } from "vitest";
import { drawPlanTell } from "../../../src/coach/plan/draw/draw-plan-tell.ts";
import { NOW, sampleAction } from "../../plan/sample-action.ts";
import { directory, listener } from "../draw/people.ts";

test("the history of an action tells once what was done in one moment", () => {
  const entry = { at: NOW, by: null, did: "derived", note: "" } as const;
  const action = sampleAction({ history: [entry, entry, { ...entry, did: "going", by: "p1" }, entry] });
  const view = { now: NOW, directory, dimensions: [], actions: [action] };
  const text = drawPlanTell({ kind: "plan-history", action: action._id }, view, listener("fi"))?.text ?? "";
  expect(text.match(/sovittiin kierroksella/gu)).toHaveLength(2);
});
