import { allAgreed } from "../../assessment/agreement.ts";
import { assessedSteps } from "../../assessment/assessed-step.ts";
import { MOST_LIFTED } from "../../assessment/lift.ts";
import { isoDateIn } from "../../calendar/iso-date.ts";
import type { Outcome } from "../../channels/channel.ts";
import { readDate } from "../../flow/reading/read-plain.ts";
import type { FormValues } from "../../message/form.ts";
import { presentIn } from "../../people/directory.ts";
import { effectsDue } from "../../plan/effects/run-effects.ts";
import { LIFT, type Plan, type Round } from "../../rounds/round.ts";
import { followAgreement } from "../agreed.ts";
import { LONGEST_DEED, liftForm } from "../draw/lift-form.ts";
import { many, one } from "../form-values.ts";
import { refreshForRound } from "../home/refresh-for-round.ts";
import { listenerFor, loadScene } from "../load-scene.ts";
import { closedDueNotice } from "../plan/closed-due.ts";
import type { Turn } from "../turn.ts";
import { agreedAnswer } from "./agree-on-levels.ts";
import { changeRound, facilitate, notFacilitator, redraws, roundFor } from "./change-round.ts";

/** The form in which the facilitator writes down what the team lifts, who does what first, and when it looks again. */
export async function openLiftForm(turn: Turn, roundId: string): Promise<Outcome> {
  const found = await roundFor(turn, roundId);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const refused = notYet(turn, found.round, allAgreed(found.round, found.flow));
  if (refused !== undefined) return { kind: "taken", notice: refused };
  const listener = listenerFor(turn.directory, { kind: "private", person: turn.person._id });
  const scene = await loadScene(turn.ports, turn.directory, roundId, listener);
  return scene
    ? { kind: "form", form: liftForm(scene, listener) }
    : { kind: "taken", notice: turn.say("turn.roundGone") };
}

/** The submit of that form: the round is agreed and its summary goes to the channel. Submitted again, it changes what stands there. */
export async function saveLift(turn: Turn, roundId: string, values: FormValues): Promise<Outcome> {
  const found = await roundFor(turn, roundId);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { round, flow } = found;
  const refused = notYet(turn, round, allAgreed(round, flow));
  if (refused !== undefined) return { kind: "taken", notice: refused };
  const mistakes: { [field: string]: string } = {};
  const known = assessedSteps(flow).map(({ id }) => id);
  const lifted = many(values.lift).filter((id) => known.includes(id));
  if (lifted.length === 0) mistakes.lift = turn.say("turn.liftSomething");
  if (lifted.length > MOST_LIFTED) mistakes.lift = turn.say("turn.liftLess");
  const plan = readPlan(turn, round, values, mistakes);
  if (!plan || Object.keys(mistakes).length > 0) return { kind: "mistakes", mistakes };
  const outcome = await facilitate(turn, roundId, (now, content) => {
    const again = notYet(turn, now, allAgreed(now, content));
    if (again !== undefined) return { declined: again };
    return {
      set: {
        state: "agreed",
        plan,
        ...effectsDue(content, turn.event.now),
        [`agreed.${LIFT}`]: agreedAnswer(turn, now, content, LIFT, { kind: "choices", options: lifted }),
      },
      planned: redraws(now, "summary", "card", "support", "facilitator"),
    };
  });
  if (outcome.kind === "taken" && outcome.notice === undefined) {
    await followAgreement(turn, roundId);
    await refreshForRound(turn, round);
    const notice = closedDueNotice(turn, round.team, plan.due, plan.lookAgain);
    if (notice !== undefined) return { kind: "taken", notice };
  }
  return outcome;
}

function notYet(turn: Turn, round: Round, agreed: boolean): string | undefined {
  if (round.facilitator !== turn.person._id) return notFacilitator(turn, round);
  if (round.state !== "talking" && round.state !== "agreed") return turn.say("turn.oldButton");
  return agreed ? undefined : turn.say("turn.agreeFirst");
}

function readPlan(
  turn: Turn,
  round: Round,
  values: FormValues,
  mistakes: { [field: string]: string },
): Plan | undefined {
  const deed = one(values.deed).trim();
  if (deed === "") mistakes.deed = turn.say("turn.deedMissing");
  if (deed.length > LONGEST_DEED) mistakes.deed = turn.say("turn.tooLong", { count: LONGEST_DEED });
  const owner = one(values.owner);
  if (!presentIn(turn.directory, round.team).some(({ _id }) => _id === owner))
    mistakes.owner = turn.say("turn.ownerMissing");
  const today = isoDateIn(turn.event.now, turn.person.timeZone);
  const asDate = (field: string) => {
    const read = readDate(one(values[field]), { today, language: turn.person.language, earliest: today });
    if (!read.ok) mistakes[field] = read.reason;
    return read.ok ? read.value : "";
  };
  const [due, lookAgain] = [asDate("due"), asDate("lookAgain")];
  if (due && lookAgain && lookAgain <= due) mistakes.lookAgain ??= turn.say("turn.lookAgainLater");
  return Object.keys(mistakes).length === 0 ? { deed, owner, due, lookAgain } : undefined;
}

/** A tap on what one would lift; a second tap takes it back. At most as many a person as can be lifted: the oldest makes way. */
export function supportStep(turn: Turn, roundId: string, step: string): Promise<Outcome> {
  return changeRound(turn, roundId, (round, flow) => {
    if (round.state !== "talking" || !assessedSteps(flow).some(({ id }) => id === step))
      return { declined: turn.say("turn.liftedAlready") };
    const me = turn.person._id;
    const planned = redraws(round, "support", "facilitator");
    if (round.support[step]?.[me] !== undefined) return { unset: [`support.${step}.${me}`], planned };
    const mine = Object.entries(round.support)
      .flatMap(([id, people]) => (people[me] === undefined ? [] : [{ id, at: people[me] }]))
      .sort((a, b) => a.at - b.at);
    const over = mine.length < MOST_LIFTED ? [] : mine.slice(0, mine.length - MOST_LIFTED + 1);
    return {
      set: { [`support.${step}.${me}`]: turn.event.now },
      unset: over.map(({ id }) => `support.${id}.${me}`),
      planned,
    };
  });
}
