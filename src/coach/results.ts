import type { Message } from "../message/message.ts";
import { drawPortfolioResult } from "./customers/portfolio/draw-portfolio.ts";
import { drawClasses } from "./customers/results/draw-classes.ts";
import { drawLifecycle } from "./customers/results/draw-lifecycle.ts";
import { drawListening } from "./customers/results/draw-listening.ts";
import { drawWill } from "./customers/results/draw-will.ts";
import { drawSummary } from "./draw/agreeing/draw-summary.ts";
import { drawResult } from "./draw/together/draw-result.ts";
import type { Listener, Scene } from "./scene.ts";

type MakeResult = (scene: Scene, listener: Listener) => Message | undefined;

/** What flows may name under `result`: the function that makes what a round ends with, posted to the team's channel. */
const REGISTERED: ReadonlyMap<string, MakeResult> = new Map<string, MakeResult>([
  /** The levels as a picture, what is lifted, who does what first, when the team looks again. */
  ["maturity-profile", drawSummary],
  /** From the agreed level to the target, with the team's answer; what waits. */
  ["next-level-targets", drawResult],
  /** Customers in the fields of the value portfolio, with what each field is worth and takes. */
  ["value-portfolio", drawPortfolioResult],
  /** Criteria, limits and each customer's class. */
  ["customer-classes", drawClasses],
  /** The state of the co-operation with one customer, and what to do next. */
  ["customer-will", drawWill],
  /** What the customer and the team see differently, the widest gap first. */
  ["listening-gaps", drawListening],
  /** How well each phase of a relationship works, and who owns it. */
  ["lifecycle-phases", drawLifecycle],
  /** What was agreed, question by question. */
  ["answers", drawResult],
]);

export const results: ReadonlySet<string> = new Set(REGISTERED.keys());

/**
 * The result of a round, made by the function that its flow names; the loader knows no flow that names another. What is made for answers given alone
 * has nothing to show of a round that was answered together: there it is what was agreed.
 */
export function makeResult(scene: Scene, listener: Listener): Message | undefined {
  const alone = scene.flow.participation === "each" && scene.round.mode === "together";
  return (alone ? drawResult : (REGISTERED.get(scene.flow.result) ?? drawResult))(scene, listener);
}
