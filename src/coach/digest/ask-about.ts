import type { Outcome } from "../../channels/channel.ts";
import { actions } from "../../plan/action.ts";
import { cardAt } from "../../plan/card-at.ts";
import { changeAction } from "../../plan/change-action.ts";
import { takersOf } from "../../plan/owners.ts";
import { changeRecord } from "../../rounds/change-record.ts";
import { facilitatorCard } from "../../rounds/facilitator-card.ts";
import { type Round, rounds } from "../../rounds/round.ts";
import { words } from "../../text/text.ts";
import { saying } from "../converse.ts";
import { personName, roundName } from "../draw/naming.ts";
import { shorten } from "../draw/shorten.ts";
import { flowOf } from "../load-scene.ts";
import { todayOf } from "../plan/tap-action.ts";
import type { Tap } from "../turn.ts";
import { askedOn, askingOn } from "./asked-on.ts";
import type { DigestButtonOf } from "./digest-actions.ts";
import { askedAbout } from "./needs.ts";
import { gone, readerOf, readRound, redrawWhere } from "./reader-of.ts";

const QUOTED = 100;

/** Asks in the reader's name, and the line says so where it stands. */
export async function ask(turn: Tap, { about, in: standsIn }: DigestButtonOf<"digest-ask">): Promise<Outcome> {
  const outcome = about.kind === "action" ? await askOwner(turn, about.id) : await askLead(turn, about.id);
  await redrawWhere(turn, standsIn, about.id);
  return outcome;
}

/** Asks whose action it is, or who was asked to take it, once a week whoever of the managers asks: their word, and the action's card with its buttons. */
async function askOwner(turn: Tap, id: string): Promise<Outcome> {
  const { store, courier } = turn.ports;
  const action = await store.get(actions, id);
  if (!action || action.company !== turn.incoming.company || !action.open) return gone(turn);
  const directory = await readerOf(turn, action.team);
  if (!directory) return { kind: "taken", notice: turn.say("digest.notReader") };
  const owner = askedAbout({ kind: "late", action }, directory);
  const known = owner === undefined ? undefined : directory.people.get(owner);
  if (!known || known._id === turn.person._id) return { kind: "taken", notice: turn.say("digest.nobodyToAsk") };
  if (askedOn(action, todayOf(turn))?.isThisWeek) return { kind: "taken", notice: turn.say("digest.askedAlready") };
  const name = personName(directory, turn.person._id, known.language);
  const isTheirs = takersOf(action).includes(known._id);
  const text = words(known.language)(isTheirs ? "digest.asks" : "digest.asksTake", {
    name,
    what: shorten(action.what, QUOTED),
  });
  const place = { kind: "private", person: known._id } as const;
  const once = { ...turn.event, id: askingOn(todayOf(turn)) };
  const taken = await changeAction(
    store,
    action._id,
    once,
    turn.person._id,
    () => ({ set: {} }),
    (next) => [saying(place, { kind: "sentence", text }), cardAt(place, next)],
  );
  if (taken.kind === "missing" || taken.kind === "declined") return gone(turn);
  if (taken.kind === "repeated") return { kind: "taken", notice: turn.say("digest.askedAlready") };
  courier.send(actions, taken.record);
  return {
    kind: "taken",
    notice: turn.say("digest.asked", { name: personName(directory, known._id, turn.person.language) }),
  };
}

/** The same of a round: its facilitator gets the word and their card. */
async function askLead(turn: Tap, id: string): Promise<Outcome> {
  const found = await readRound(turn, id);
  if (!found) return gone(turn);
  const { round, directory } = found;
  const flow = await flowOf(turn.ports, round);
  const lead = directory.people.get(round.facilitator);
  if (!flow || !lead || round.state !== "talking") return gone(turn);
  if (askedOn(round, todayOf(turn))?.isThisWeek) return { kind: "taken", notice: turn.say("digest.askedAlready") };
  const asks = words(lead.language)("digest.asksLead", {
    name: personName(directory, turn.person._id, lead.language),
    round: roundName({ round, flow }, lead.language),
  });
  const place = { kind: "private", person: lead._id } as const;
  const once = { ...turn.event, id: askingOn(todayOf(turn)) };
  const taken = await changeRecord<Round, "over">(turn.ports.store, rounds, round, once, (now) =>
    now.state === "talking" && now.facilitator === lead._id
      ? {
          when: { version: now.version },
          increase: { version: 1 },
          planned: [saying(place, { kind: "sentence", text: asks }), ...facilitatorCard(now, lead._id)],
        }
      : { declined: "over" },
  );
  if (taken.kind === "missing" || taken.kind === "declined") return gone(turn);
  if (taken.kind === "changed") turn.ports.courier.send(rounds, taken.record);
  if (taken.kind === "repeated") return { kind: "taken", notice: turn.say("digest.askedAlready") };
  return {
    kind: "taken",
    notice: turn.say("digest.asked", { name: personName(directory, lead._id, turn.person.language) }),
  };
}
