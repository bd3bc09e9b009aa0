import type { Answers } from "../../flow/answers.ts";
import type { Flow } from "../../flow/flow.ts";
import { LIMITS } from "../../message/limits.ts";
import type { Option } from "../../message/message.ts";
import type { Due } from "../../plan/action.ts";
import type { Say } from "../../text/text.ts";
import { valuesIn } from "../draw/asking/question-view.ts";
import { button } from "../draw/compose.ts";
import { shorten } from "../draw/shorten.ts";
import type { Scene } from "../scene.ts";

/** What a person could make an action of their own, from the answers that the flow names for it (`ownAction`). */
export interface OwnAction {
  readonly what: string;
  readonly due: Due | null;
}

export function ownActionOf({ ownAction }: Flow, answers: Answers): OwnAction | undefined {
  const what = ownAction && answers[ownAction.what];
  if (what?.kind !== "text") return undefined;
  const by = ownAction?.by === undefined ? undefined : answers[ownAction.by];
  return { what: what.text, due: dueOf(by) };
}

function dueOf(value: Answers[string] | undefined): Due | null {
  if (value?.kind === "date") return { kind: "day", on: value.date };
  return value?.kind === "quarter" ? { kind: "quarter", year: value.year, quarter: value.quarter } : null;
}

/** The button that opens its form; none where the flow names no such answer, or it was not given. */
export function ownActionButton(scene: Scene, say: Say): Option | undefined {
  if (scene.round.mode === "together" || !ownActionOf(scene.flow, valuesIn(scene))) return undefined;
  const label = shorten(say("own.button.toAction"), LIMITS.buttonLabel);
  return button(label, { kind: "own-action", round: scene.round._id }, { opensForm: true });
}
