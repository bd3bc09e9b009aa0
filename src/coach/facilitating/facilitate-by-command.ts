import type { Outcome } from "../../channels/channel.ts";
import { teamsOf } from "../../people/directory.ts";
import { facilitatorCard } from "../../rounds/facilitator-card.ts";
import type { Response } from "../../rounds/response.ts";
import { type Round, rounds } from "../../rounds/round.ts";
import { tellOnly } from "../answering/tell-only.ts";
import { converse, sentence } from "../converse.ts";
import { takeOverForm } from "../draw/take-over-form.ts";
import type { Turn } from "../turn.ts";
import { changeRound, notFacilitator, roundFor } from "./change-round.ts";
import { closeByFacilitator } from "./facilitate-turn.ts";

/** "vetäjän kortti", "sulje kierros", "peru kierros", typed by the facilitator; for anyone else a word about what they can do. */
export async function facilitateByCommand(
  turn: Turn,
  what: "facilitate" | "close" | "cancel",
  focus: Response | undefined,
): Promise<Outcome> {
  // One's own record is what one is in the middle of.
  if (what === "cancel" && focus?.own !== undefined)
    return tellOnly(turn, focus, { kind: "confirm-cancel", round: focus.round });
  const led = await ledRound(turn);
  if (!led) return sentence(turn, turn.say(what === "cancel" && focus ? "turn.pauseInstead" : "turn.nothingToLead"));
  if (what === "cancel" && focus?.asked && !namesRound(turn)) return sentence(turn, turn.say("turn.pauseOrCancel"));
  if (what === "cancel")
    return converse(turn, [{ kind: "confirm-cancel", round: led._id }], {
      place: { kind: "private", person: turn.person._id },
    });
  const outcome =
    what === "close" ? await closeByFacilitator(turn, led._id, { sure: false }) : await openCard(turn, led._id);
  // A typed command has no button beside which a notice could stand.
  return outcome.kind === "taken" && outcome.notice !== undefined ? sentence(turn, outcome.notice) : outcome;
}

/** "Lopeta", said while one answers, ends one's own answering rather than everybody's round. */
function namesRound({ incoming }: Turn): boolean {
  return incoming.kind !== "said" || /kierros|round/iu.test(incoming.text);
}

/** The open round that this person leads, the latest one; in a channel that team's. */
async function ledRound(turn: Turn): Promise<Round | undefined> {
  const { place } = turn.incoming;
  const teams =
    place.kind === "private" ? teamsOf(turn.directory, turn.person._id).map(({ _id }) => _id) : [place.team];
  const all = await Promise.all(
    teams.map((team) =>
      turn.ports.store.find(rounds, { name: "ofTeam", equals: { company: turn.incoming.company, team } }),
    ),
  );
  const led = all
    .flat()
    .filter(({ facilitator, state }) => facilitator === turn.person._id && (state === "open" || state === "talking"));
  return led.sort((a, b) => b.openedAt - a.openedAt)[0];
}

/** Brings the facilitator's card to the end of their private chat. Someone who may take it over is asked whether they do. */
export async function openCard(turn: Turn, roundId: string): Promise<Outcome> {
  const found = await roundFor(turn, roundId);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { round } = found;
  if (round.facilitator !== turn.person._id) {
    const mayTakeOver = turn.person.roles.some((role) => role === "manager" || role === "admin");
    return mayTakeOver
      ? { kind: "form", form: takeOverForm(turn.say, round, turn.directory) }
      : { kind: "taken", notice: notFacilitator(turn, round) };
  }
  const outcome = await changeRound(turn, roundId, (now) => ({
    planned: facilitatorCard(now, turn.person._id),
  }));
  return outcome.kind === "taken" && turn.incoming.place.kind !== "private"
    ? { kind: "taken", notice: turn.say("turn.cardInPrivate"), inPrivate: true }
    : outcome;
}
