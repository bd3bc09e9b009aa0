import { HOME, type Outcome } from "../../../channels/channel.ts";
import { homeView, refreshHomes } from "../../../conversations/refresh-homes.ts";
import { plan, saying } from "../../converse.ts";
import type { Tell } from "../../tell.ts";
import type { Turn } from "../../turn.ts";
import { inPrivate } from "../register/in-private.ts";
import type { StandsIn } from "./contact-actions.ts";
import type { ContactTell } from "./contact-tells.ts";

/** What was changed, and where the button stood that did it. */
export interface Changed {
  readonly in?: StandsIn | undefined;
  readonly message?: string | undefined;
  readonly customer: string;
  /** Whose lists it stands in, or stood. */
  readonly people: readonly (string | null)[];
}

/** Tells what became of a customer's contact: in the message that was tapped, where it shows it; else by a message of its own. Lists and Homes follow. */
export async function answerInPlace(turn: Turn, changed: Changed, tell: ContactTell): Promise<Outcome> {
  const { ports, event, incoming, person } = turn;
  ports.registers.forget(incoming.company);
  const told = await tellThere(turn, changed, tell);
  const others = changed.people.filter(
    (one): one is string => one !== null && !(one === person._id && isHome(changed)),
  );
  await refreshHomes(ports, [...new Set(others)], event);
  return told;
}

async function tellThere(turn: Turn, changed: Changed, tell: ContactTell): Promise<Outcome> {
  const place = { kind: "private", person: turn.person._id } as const;
  const { message } = changed;
  const edit = (on: string, drawn: Tell) =>
    plan(turn, place, [{ place, how: { kind: "edit", message: on }, tell: drawn }], { told: [] });
  // A line that is done leaves Home: the chat tells it, with the way to take it back.
  if (isHome(changed)) return plan(turn, place, [homeView(turn.person._id), saying(place, tell)], { told: [] });
  if (message !== undefined && changed.in === "week")
    return edit(message, { kind: "week", message, line: changed.customer });
  if (message !== undefined && changed.in === "logged") return edit(message, tell);
  return inPrivate(turn, tell);
}

function isHome({ in: standsIn, message }: Changed): boolean {
  return standsIn === "home" || message === HOME;
}
