import { assessedSteps, levelsOf } from "../../assessment/assessed-step.ts";
import { readHands } from "../../assessment/hands.ts";
import type { Outcome } from "../../channels/channel.ts";
import type { FormValues } from "../../message/form.ts";
import type { Tally } from "../../rounds/round.ts";
import { talliesForm } from "../draw/tallies-form.ts";
import { one } from "../form-values.ts";
import { listenerFor, loadScene } from "../load-scene.ts";
import type { Turn } from "../turn.ts";
import { facilitate, notFacilitator, redraws, roundFor } from "./change-round.ts";

/** The form for those without chat: how many hands each level got. */
export async function openTalliesForm(turn: Turn, roundId: string): Promise<Outcome> {
  const found = await roundFor(turn, roundId);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { round } = found;
  if (round.facilitator !== turn.person._id) return { kind: "taken", notice: notFacilitator(turn, round) };
  if (round.state !== "open") return { kind: "taken", notice: turn.say("turn.closedAlready") };
  if (assessedSteps(found.flow).length === 0) return { kind: "taken", notice: turn.say("turn.oldButton") };
  const listener = listenerFor(turn.directory, { kind: "private", person: turn.person._id });
  const scene = await loadScene(turn.ports, turn.directory, roundId, listener);
  return scene
    ? { kind: "form", form: talliesForm(scene, listener) }
    : { kind: "taken", notice: turn.say("turn.roundGone") };
}

/** The submit of that form. A field left empty takes that step's hands away. */
export async function saveTallies(turn: Turn, roundId: string, values: FormValues): Promise<Outcome> {
  const found = await roundFor(turn, roundId);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const mistakes: { [field: string]: string } = {};
  const tallies: { [step: string]: Tally } = {};
  for (const step of assessedSteps(found.flow)) {
    const typed = one(values[step.id]).trim();
    if (typed === "") continue;
    const read = readHands(typed, levelsOf(step), turn.person.language);
    if (!read.ok) mistakes[step.id] = read.reason;
    else if (read.value) tallies[step.id] = read.value;
  }
  if (Object.keys(mistakes).length > 0) return { kind: "mistakes", mistakes };
  return facilitate(turn, roundId, (round) => {
    if (round.state !== "open") return { declined: turn.say("turn.closedAlready") };
    return { set: { tallies }, planned: redraws(round, "facilitator", "card") };
  });
}
