import type { Outcome } from "../../channels/channel.ts";
import type { Action } from "../action.ts";
import type { Tap } from "../turn.ts";
import { propose } from "./propose.ts";
import { openJoinForm, settle, take, takeFromForm, untake } from "./settle.ts";
import { teamState } from "./team-state.ts";

/** From a proposal in a thread to what is recorded. */
export async function proposalTap(
  turn: Tap,
  action: Extract<Action, { kind: "propose" | "join" | "take" | "take-value" | "settle" | "untake" }>,
): Promise<Outcome> {
  const state = await teamState(turn, action.round);
  if ("notice" in state) return { kind: "taken", notice: state.notice };
  switch (action.kind) {
    case "propose":
      return propose(turn, state, action.step, action.value, null);
    case "join":
      return openJoinForm(turn, state, action.step);
    case "take":
      return takeFromForm(turn, state, action.step, turn.incoming.values ?? {});
    case "take-value":
      return take(turn, state, action.step, action.value);
    case "settle":
      return settle(turn, state, action.step);
    case "untake":
      return untake(turn, state, action.step);
    default:
      return action satisfies never;
  }
}
