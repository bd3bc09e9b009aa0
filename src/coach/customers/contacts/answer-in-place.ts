import { HOME, type Outcome } from "../../../channels/channel.ts";
import { homeView, refreshHomes } from "../../../conversations/refresh-homes.ts";
import { type Contact, contacts } from "../../../customers/contact.ts";
import type { Planned } from "../../../deliveries/outbox.ts";
import { plan, saying } from "../../converse.ts";
import type { Tell } from "../../tell.ts";
import type { Turn } from "../../turn.ts";
import { settleAgreed } from "../deviations/settle-agreed.ts";
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
  /** The contact has the message in its own outbox. */
  readonly speaks?: Contact | undefined;
}

/** The one message that tells of a contact that was logged by a line: where the line is edited, it is drawn anew. */
export function loggedView({ _id }: Pick<Contact, "_id">, person: string): Planned {
  const tell = { kind: "contact-logged", contact: _id } as const;
  return { place: { kind: "private", person }, how: { kind: "view", key: "logged" }, tell };
}

/** Tells what became of a customer's contact: in the message that was tapped, where it shows it; else by a message of its own. Lists and Homes follow. */
export async function answerInPlace(turn: Turn, changed: Changed, tell: ContactTell): Promise<Outcome> {
  const { ports, event, incoming, person } = turn;
  ports.registers.forget(incoming.company);
  await settleAgreed(turn, changed.customer);
  const told = await tellThere(turn, changed, tell);
  const others = changed.people.filter(
    (one): one is string => one !== null && !(one === person._id && isHome(changed)),
  );
  await refreshHomes(ports, [...new Set(others)], event);
  return told;
}

async function tellThere(turn: Turn, changed: Changed, tell: ContactTell): Promise<Outcome> {
  const place = { kind: "private", person: turn.person._id } as const;
  const { message, speaks } = changed;
  if (speaks) {
    turn.ports.courier.send(contacts, speaks);
    return inPrivate(turn);
  }
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
