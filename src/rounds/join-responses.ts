import type { Store } from "../store/store.ts";
import { type Answer, type Response, responseId, responses } from "./response.ts";
import { type Round, rounds } from "./round.ts";

export interface JoiningResponses {
  readonly company: string;
  readonly teams: readonly string[];
  readonly kept: string;
  readonly other: string;
}

/**
 * Two people turned out to be one: open rounds know only the one who stays. Of two responses to one round the newer answers count, the others become
 * their history (DESIGN: "Records"). Closed rounds stay as they were counted.
 */
export async function joinResponses(store: Store, joining: JoiningResponses): Promise<void> {
  const { company, other } = joining;
  for (const team of joining.teams)
    for (const round of await store.find(rounds, { name: "ofTeam", equals: { company, team } }))
      if (round.state === "open" || round.state === "talking") await joinInRound(store, round, joining);
  const equals = { company, person: other, open: [true, false] };
  const left = await store.find(responses, { name: "openOfPerson", equals });
  // An own record is nowhere but here, so that it comes along when it is finished too.
  for (const response of left.filter(({ open, own }) => open || own !== undefined))
    await joinResponse(store, response, joining.kept);
}

async function joinInRound(store: Store, round: Round, joining: JoiningResponses): Promise<void> {
  const { kept, other } = joining;
  if (!round.invited.includes(other) && round.facilitator !== other) return;
  const invited = [...new Set(round.invited.map((person) => (person === other ? kept : person)))];
  const facilitator = round.facilitator === other ? kept : round.facilitator;
  const changed = await store.change(rounds, round._id, {
    when: { version: round.version },
    set: { invited, facilitator },
    increase: { version: 1 },
  });
  if (changed.kind === "unmet") await joinInRound(store, changed.document, joining);
}

async function joinResponse(store: Store, left: Response, person: string): Promise<void> {
  const _id = responseId(left.round, person);
  const moved: Response = { ...left, _id, person, outbox: {}, messages: {}, sendAt: null, asked: null };
  if ((await store.insert(responses, moved)) === "exists") {
    const own = await store.get(responses, _id);
    if (own) await store.change(responses, _id, { set: { answers: mergedAnswers(own, left) } });
  }
  await store.remove(responses, left._id);
}

/** By step: the newer response's answer, with everything that the other one said as its history. */
export function mergedAnswers(own: Response, left: Response): Response["answers"] {
  const [newer, older] = left.touchedAt > own.touchedAt ? [left, own] : [own, left];
  const merged: { [step: string]: Answer } = { ...older.answers };
  for (const [step, answer] of Object.entries(newer.answers)) {
    const before = older.answers[step];
    const history = before
      ? [...before.history, { value: before.value, by: before.by, at: before.at }, ...answer.history]
      : answer.history;
    // Above both, so that a turn that is under way decides anew.
    merged[step] = { ...answer, revision: Math.max(answer.revision, before?.revision ?? 0) + 1, history };
  }
  return merged;
}
