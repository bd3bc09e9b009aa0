import { type Language, words } from "../../../text/text.ts";
import type { RoundAtAGlance } from "../lobby.ts";
import { roundName } from "../naming.ts";

/** "Digikypsyys, 2. kierros, 3/7 vastannut": how far a round under way is, never who. */
export function roundState(one: RoundAtAGlance, language: Language): string {
  const say = words(language);
  const round = roundName(one, language);
  if (one.round.mode === "together") return say("coach.openTogether", { round });
  const total = one.round.invited.length;
  return one.round.state === "talking"
    ? say("coach.openTalking", { round })
    : say("coach.openEach", { round, done: Math.min(one.finished, total), total });
}
