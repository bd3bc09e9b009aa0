import { finishClosing } from "../../assessment/close-round.ts";
import type { Outcome } from "../../channels/channel.ts";
import { isMember } from "../../people/directory.ts";
import { changeRecord } from "../../rounds/change-record.ts";
import { type Round, rounds } from "../../rounds/round.ts";
import { actionText } from "../action.ts";
import { redraws } from "../facilitating/change-round.ts";
import { flowOf } from "../load-scene.ts";
import { openFromForm, readStart, startFormFor } from "../starting/start-round.ts";
import type { Tap } from "../turn.ts";
import { needOfRound, seenOf } from "./needs.ts";
import { gone, readRound } from "./reader-of.ts";

/** The form of a new round in the place of one that closed with next to no answers. */
export async function openFormAnew(turn: Tap, id: string): Promise<Outcome> {
  const found = await thinRound(turn, id);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { round, flow } = found;
  const form = startFormFor(turn, { flow, mode: "each", team: round.team });
  return { kind: "form", form: { ...form, action: actionText({ kind: "digest-open-anew", round: id }) } };
}

/** The submit of that form: the old round is over, the new one opens, and whoever submitted it leads it. */
export async function openAnew(turn: Tap, id: string): Promise<Outcome> {
  const found = await thinRound(turn, id);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { round, flow } = found;
  const values = turn.incoming.values ?? {};
  const wanted = { flow: flow.id, team: round.team, mode: "each" } as const;
  const read = readStart(turn, wanted, values);
  if (!read.ok) return { kind: "mistakes", mistakes: read.mistakes };
  const { store, courier } = turn.ports;
  const taken = await changeRecord<Round, "over">(store, rounds, round, turn.event, (now) =>
    now.state === "talking"
      ? {
          when: { version: now.version },
          increase: { version: 1 },
          set: { state: "cancelled", dueAt: turn.event.now },
          planned: redraws(now, "card", "facilitator"),
        }
      : { declined: "over" },
  );
  if (taken.kind === "missing" || taken.kind === "declined") return gone(turn);
  if (taken.kind === "changed") courier.send(rounds, taken.record);
  if (taken.record.dueAt !== null) await finishClosing(store, taken.record);
  // The old round has taken the event itself.
  return openFromForm({ ...turn, event: { ...turn.event, id: `${turn.event.id}:anew` } }, wanted, values);
}

async function thinRound(turn: Tap, id: string) {
  const found = await readRound(turn, id);
  const flow = found && (await flowOf(turn.ports, found.round));
  const current = found && turn.ports.flows.get(turn.incoming.company, found.round.flow);
  if (!found || !flow || !current) return { notice: turn.say("digest.gone") };
  const { round } = found;
  if (!isMember(turn.directory, round.team, turn.person._id)) return { notice: turn.say("turn.notYourTeam") };
  // Submitted again, it is cancelled already by this very event.
  const isOurs = round.events.includes(turn.event.id);
  return isOurs || needOfRound(round, flow, seenOf(turn.directory, round.team, turn.event.now))?.kind === "thin"
    ? { round, flow: current }
    : { notice: turn.say("digest.gone") };
}
