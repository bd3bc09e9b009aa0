import { isoDateIn } from "../../../calendar/iso-date.ts";
import { momentAt } from "../../../calendar/moment.ts";
import type { Outcome } from "../../../channels/channel.ts";
import { findNamed, type NamedCustomer } from "../../../customers/visits/find-named.ts";
import { moveDelivery, planDelivery } from "../../../deliveries/due/delivery.ts";
import { converse } from "../../converse.ts";
import type { Tap, Turn } from "../../turn.ts";
import { keptCustomer } from "./kept-customer.ts";
import type { VisitCommand } from "./read-visit-command.ts";
import type { VisitButton } from "./visit-actions.ts";
import { logWent, openAgreedForm, saveAgreed } from "./visit-went.ts";

/** So long after somebody set off, or said that it begins, it is asked how it went. */
const ASKED_AFTER_MS = 2 * 60 * 60 * 1000;

/** More than these is no choice any more: it is asked for more of the name. */
const MOST_ASKED = 8;

/** Somebody is on their way: what they should know comes to their private chat, wherever they wrote. */
export async function visitByCommand(turn: Turn, { to, at }: VisitCommand): Promise<Outcome> {
  const { person, incoming } = turn;
  const place = { kind: "private", person: person._id } as const;
  if (to === "") return converse(turn, [{ kind: "visit-how" }], { place });
  const named = await namedCustomer(turn, to);
  switch (named.kind) {
    case "one":
      return begin(turn, named.id, at);
    case "ask":
      return converse(turn, [{ kind: "visit-which", customers: named.ids.slice(0, MOST_ASKED), at }], { place });
    case "nobody":
      return converse(turn, [{ kind: "visit-nobody", called: asWritten(incoming, to) }], { place });
    default:
      return named satisfies never;
  }
}

/** "Menossa parempaan suuntaan" names no customer: while a question waits, it is somebody's answer. */
export async function visitsNobody(turn: Turn, { to }: VisitCommand): Promise<boolean> {
  return to === "" || (await namedCustomer(turn, to)).kind === "nobody";
}

export function visitTap(turn: Tap, button: VisitButton): Promise<Outcome> {
  switch (button.kind) {
    case "visit-begin":
      return begin(turn, button.customer, button.at);
    case "visit-went":
      return logWent(turn, button);
    case "visit-agreed":
      return openAgreedForm(turn, button);
    case "visit-agreed-save":
      return saveAgreed(turn, button);
    default:
      return button satisfies never;
  }
}

async function begin(turn: Turn, id: string, at: string | undefined): Promise<Outcome> {
  const customer = await keptCustomer(turn, id);
  if (!customer) return { kind: "taken", notice: turn.say("visits.gone") };
  const { person, event, ports } = turn;
  const { company } = customer;
  const day = isoDateIn(event.now, person.timeZone);
  const [hour = 0, minute = 0] = (at ?? "").split(":").map(Number);
  const beginsAt = momentAt(day, { hour, minute }, person.timeZone);
  const asking = {
    company,
    person: person._id,
    about: { kind: "visit", customer: id, day },
    dueAt: Math.max(event.now, beginsAt) + ASKED_AFTER_MS,
  } as const;
  const planned = await planDelivery(ports.store, asking);
  // Who says another hour means that one.
  if (planned === "exists" && at !== undefined) await moveDelivery(ports.store, asking);
  return converse(turn, [{ kind: "visit-before", customer: id, at }], {
    place: { kind: "private", person: person._id },
  });
}

async function namedCustomer({ ports, incoming }: Turn, words: string): Promise<NamedCustomer> {
  const { entries, index } = await ports.registers.of(incoming.company);
  const found = findNamed(words, index);
  if (found.kind === "nobody") return found;
  const ids = (found.kind === "one" ? [found.id] : found.ids).filter((id) => entries.get(id)?.kept);
  const [first, ...others] = ids;
  if (first === undefined) return { kind: "nobody" };
  return found.kind === "one" || (others.length === 0 && found.ids.length > 1)
    ? { kind: "one", id: first }
    : { kind: "ask", ids };
}

/** What was called in small letters, as it was written. */
function asWritten(incoming: Turn["incoming"], said: string): string {
  const text = incoming.kind === "said" ? incoming.text : "";
  const at = text.toLowerCase().lastIndexOf(said);
  return at < 0 ? said : text.slice(at, at + said.length);
}
