import { answersInPlay } from "../../flow/progress.ts";
import { effectsDue } from "../../plan/effects/run-effects.ts";
import { changeRecord } from "../../rounds/change-record.ts";
import type { Response } from "../../rounds/response.ts";
import { rounds } from "../../rounds/round.ts";
import { followAgreement } from "../agreed.ts";
import { savingCard } from "../customers/saving/saving-card.ts";
import { agreedAnswer } from "../facilitating/agree-on-levels.ts";
import { redraws } from "../facilitating/change-round.ts";
import { refreshForRound } from "../home/refresh-for-round.ts";
import { valuesOf } from "../load-scene.ts";
import type { Turn } from "../turn.ts";
import type { TeamState } from "./team-state.ts";

/** The last step was settled: the team's answers are agreed and the result is posted. Harmless to repeat, and a later change redraws the result. */
export async function finishTogether(
  turn: Turn,
  { round, flow, context }: TeamState,
  response: Response,
): Promise<void> {
  const values = answersInPlay(flow, valuesOf(response), context);
  const taken = await changeRecord(turn.ports.store, rounds, round._id, turn.event, (now) => ({
    when: { version: now.version },
    increase: { version: 1 },
    set: {
      state: "agreed",
      closedAt: now.closedAt ?? turn.event.now,
      ...effectsDue(flow, turn.event.now),
      agreed: Object.fromEntries(
        Object.entries(values).map(([step, value]) => [step, agreedAnswer(turn, now, flow, step, value)]),
      ),
    },
    planned: [
      ...redraws(now, "card", "facilitator"),
      {
        place: { kind: "channel", team: now.team },
        how: { kind: "view", key: "result" },
        tell: { kind: "result", round: now._id },
      },
      ...savingCard(flow, now._id, { kind: "channel", team: now.team }),
    ],
  }));
  if (taken.kind !== "changed") return;
  turn.ports.courier.send(rounds, taken.record);
  await followAgreement(turn, round._id);
  await refreshForRound(turn, taken.record);
}
