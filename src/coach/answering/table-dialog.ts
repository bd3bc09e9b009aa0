import { createHash } from "node:crypto";
import type { Outcome } from "../../channels/channel.ts";
import type { QuestionOf } from "../../flow/step.ts";
import { rowForm } from "../draw/row-form.ts";
import { tableForm } from "../draw/table-form.ts";
import { listenerFor, loadScene } from "../load-scene.ts";
import type { Listener, Scene } from "../scene.ts";
import type { Turn } from "../turn.ts";

/** The form of one row: a new one, or one that stands. */
export function rowDialog(
  turn: Turn,
  round: string,
  step: QuestionOf<"table">,
  row: string | undefined,
): Promise<Outcome> {
  return dialog(turn, round, (scene, listener) => rowForm(scene, listener, step, row));
}

/** The dialog goes on with the table as it stands now. */
export function tableDialog(turn: Turn, round: string, step: QuestionOf<"table">, note?: string): Promise<Outcome> {
  return dialog(turn, round, (scene, listener) => tableForm(scene, listener, step, note));
}

async function dialog(
  turn: Turn,
  round: string,
  formOf: (scene: Scene, listener: Listener) => ReturnType<typeof rowForm>,
): Promise<Outcome> {
  const listener = listenerFor(turn.directory, { kind: "private", person: turn.person._id });
  const scene = await loadScene(turn.ports, turn.directory, round, listener, { finished: false, previous: false });
  return scene
    ? { kind: "form", form: formOf(scene, listener) }
    : { kind: "taken", notice: turn.say("turn.roundGone") };
}

/** Too few rows to be done with, told where the person said so: in the dialog, which stays, or beside the button. */
export function tooFewRows(turn: Turn, round: string, step: QuestionOf<"table">): Promise<Outcome> {
  const notice = turn.say("turn.rowsFew", { count: step.minRows });
  return turn.incoming.kind === "submitted"
    ? tableDialog(turn, round, step, notice)
    : Promise.resolve({ kind: "taken", notice });
}

/** The event's id makes the row's: the same submit taken twice is one row. Short, for it travels in buttons. */
export function rowIdOf(event: string): string {
  return createHash("sha256").update(event).digest("base64url").slice(0, 16);
}
