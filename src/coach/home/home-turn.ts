import { HOME, type Outcome } from "../../channels/channel.ts";
import type { Place } from "../../channels/place.ts";
import { HOME_CARD, HOME_OPENED, homeView } from "../../conversations/refresh-homes.ts";
import type { Action } from "../action.ts";
import { converse, plan } from "../converse.ts";
import type { Tap, Turn } from "../turn.ts";

/** Someone opened their Home: it is drawn, and nothing else is said. */
export function openHome(turn: Turn): Promise<Outcome> {
  return plan(turn, ownPlace(turn), [homeView(turn.person._id)], { told: [HOME_OPENED] });
}

/** A page was asked for: on Home it turns there, in the chat the message that holds the page becomes it. */
export function turnHome(turn: Tap, { section, page }: Extract<Action, { kind: "home" }>): Promise<Outcome> {
  const { incoming, person } = turn;
  if (incoming.place.kind !== "private") return sayHome(turn);
  const view = homeView(person._id, {
    ...(section === undefined ? {} : { section }),
    ...(page === undefined ? {} : { page }),
  });
  const message = incoming.kind === "tapped" ? incoming.message : HOME;
  return plan(turn, ownPlace(turn), [{ ...view, how: { kind: "edit", message } }], { told: [] });
}

/** "koti", or the coach called without a word: the page as a message in the private chat. */
export async function sayHome(turn: Turn): Promise<Outcome> {
  const told = await converse(turn, [{ kind: "home" }], { place: ownPlace(turn), remember: HOME_CARD });
  const elsewhere = turn.incoming.place.kind !== "private" && told.kind === "taken";
  return elsewhere ? { kind: "taken", notice: turn.say("home.inPrivate"), inPrivate: true } : told;
}

function ownPlace({ person }: Turn): Place {
  return { kind: "private", person: person._id };
}
