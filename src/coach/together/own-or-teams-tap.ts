import type { Outcome } from "../../channels/channel.ts";
import { isOwnRecord } from "../../rounds/own-record.ts";
import type { Action } from "../action.ts";
import { ownAnswerTap } from "../answering/own-answer-tap.ts";
import { roundFor } from "../facilitating/change-round.ts";
import type { Tap } from "../turn.ts";
import { changeStep, explainInThread, goOn } from "./settle.ts";
import { teamRows } from "./team-rows.ts";
import { teamState } from "./team-state.ts";

/** [Muuta], [Jatketaan nyt], [Miksi kysytään] and the rows of a table mean one's own answers, or in a round that is answered together the team's. */
export async function ownOrTeamsTap(
  turn: Tap,
  action: Extract<Action, { kind: "change" | "go-on" | "explain" | "row" | "save-row" | "remove-row" | "rows-done" }>,
): Promise<Outcome> {
  const own = () => ownAnswerTap(turn, action.kind === "go-on" ? { kind: "resume", round: action.round } : action);
  if (isOwnRecord(action.round)) return own();
  const found = await roundFor(turn, action.round);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  if (found.round.mode === "each") return own();
  const state = await teamState(turn, action.round);
  if ("notice" in state) return { kind: "taken", notice: state.notice };
  switch (action.kind) {
    case "change":
      return changeStep(turn, state, action.step);
    case "go-on":
      return goOn(turn, state);
    case "explain":
      return explainInThread(turn, state, action);
    case "row":
    case "save-row":
    case "remove-row":
    case "rows-done":
      return teamRows(turn, state, action);
    default:
      return action satisfies never;
  }
}
