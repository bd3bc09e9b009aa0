import { HOME, type Outcome } from "../../../channels/channel.ts";
import { converse, plan } from "../../converse.ts";
import { messageOf } from "../../plan/tap-action.ts";
import type { Tell } from "../../tell.ts";
import type { Tap, Turn } from "../../turn.ts";

/** Customers are spoken of in the private chat; who asks elsewhere is told so. */
export async function inPrivate(turn: Turn, ...tells: readonly Tell[]): Promise<Outcome> {
  return toldInPrivate(turn, await converse(turn, tells, { place: { kind: "private", person: turn.person._id } }));
}

/** What was told in the private chat: who asked elsewhere hears where it stands. */
export function toldInPrivate(turn: Turn, told: Outcome): Outcome {
  const elsewhere = turn.incoming.place.kind !== "private" && told.kind === "taken";
  return elsewhere ? { kind: "taken", notice: turn.say("turn.answerInPrivate"), inPrivate: true } : told;
}

/** The tapped message becomes what was asked for, where it stands in the private chat. */
export function turned(turn: Tap, tell: Tell): Promise<Outcome> {
  const { place } = turn.incoming;
  return redrawn(turn, place.kind === "private" ? messageOf(turn) : undefined, tell);
}

/** That message becomes what is told; without one it is told anew. */
export function redrawn(turn: Turn, message: string | undefined, tell: Tell): Promise<Outcome> {
  const place = { kind: "private", person: turn.person._id } as const;
  if (message === undefined || message === HOME) return inPrivate(turn, tell);
  return plan(turn, place, [{ place, how: { kind: "edit", message }, tell }], { told: [] });
}
