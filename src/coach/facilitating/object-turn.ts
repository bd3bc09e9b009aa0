import type { Outcome } from "../../channels/channel.ts";
import { questionOf } from "../../flow/compile-flow.ts";
import type { FormValues } from "../../message/form.ts";
import { LIFT, type Round } from "../../rounds/round.ts";
import { words } from "../../text/text.ts";
import { saying } from "../converse.ts";
import { objectForm } from "../draw/object-form.ts";
import { many } from "../form-values.ts";
import { listenerFor, loadScene } from "../load-scene.ts";
import type { Turn } from "../turn.ts";
import { changeRound, redraws, roundFor } from "./change-round.ts";

const A_DAY_MS = 24 * 60 * 60 * 1000;

/** The agreed steps to which one may still object: for a day from when each was fixed. */
export function open(round: Round, now: number): readonly string[] {
  return Object.entries(round.agreed).flatMap(([step, { at }]) =>
    step !== LIFT && round.reopened[step] === undefined && now - at <= A_DAY_MS ? [step] : [],
  );
}

export async function openObjectForm(turn: Turn, roundId: string): Promise<Outcome> {
  const found = await roundFor(turn, roundId);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  if (open(found.round, turn.event.now).length === 0)
    return { kind: "taken", notice: turn.say("turn.objectionTooLate") };
  const listener = listenerFor(turn.directory, { kind: "private", person: turn.person._id });
  const scene = await loadScene(turn.ports, turn.directory, roundId, listener);
  return scene
    ? { kind: "form", form: objectForm(scene, listener) }
    : { kind: "taken", notice: turn.say("turn.roundGone") };
}

/** Someone of the team does not agree with what was fixed: the facilitator takes it up again, and nobody is told who it was. */
export async function saveObjection(turn: Turn, roundId: string, values: FormValues): Promise<Outcome> {
  const wanted = many(values.steps);
  if (wanted.length === 0) return { kind: "mistakes", mistakes: { steps: turn.say("turn.objectToSomething") } };
  return changeRound(turn, roundId, (round, flow) => {
    const asked = open(round, turn.event.now).filter((step) => wanted.includes(step));
    if (asked.length === 0) return { declined: turn.say("turn.objectionTooLate") };
    // Said again by the same person it is known already.
    const steps = asked.filter((step) => round.objections[step]?.[turn.person._id] === undefined);
    if (steps.length === 0) return { planned: [] };
    const team = turn.directory.teams.get(round.team);
    const language = team?.language ?? turn.directory.company.language;
    const titles = steps.map((step) => questionOf(flow, step)?.title[language] ?? step).join(", ");
    const thread = { kind: "thread", team: round.team, round: round._id } as const;
    return {
      set: Object.fromEntries(steps.map((step) => [`objections.${step}.${turn.person._id}`, turn.event.now])),
      planned: [
        saying(thread, { kind: "sentence", text: words(language)("turn.someoneObjects", { titles }) }),
        ...redraws(round, "facilitator"),
      ],
    };
  });
}
