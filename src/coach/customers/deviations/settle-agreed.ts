import { contacts } from "../../../customers/contact.ts";
import { customers } from "../../../customers/customer.ts";
import { lastDecisionOn } from "../../../customers/deviations/decision.ts";
import { kindIn, wantsContact } from "../../../customers/deviations/deviation.ts";
import { actions, type PlanAction } from "../../../plan/action.ts";
import { cardAt, cardsAnew } from "../../../plan/card-at.ts";
import { changeAction } from "../../../plan/change-action.ts";
import { finish, reopen } from "../../../plan/decide.ts";
import { saying } from "../../converse.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Turn } from "../../turn.ts";

const WHAT = 100;
/** The event by which a contact closes an action is named so, with the contact's id behind it. */
const CONTACTED = "contacted:";

/**
 * Once a customer was contacted after an action was agreed on for want of a contact, that action is done, and once that contact is taken back it is open
 * again; whoever did it is told, with its card.
 */
export async function settleAgreed(turn: Turn, customer: string): Promise<void> {
  const { store } = turn.ports;
  const decision = await lastDecisionOn(store, { company: turn.person.company, customer });
  const kind = decision && kindIn(decision._id);
  if (!decision?.action || !kind || !wantsContact(kind)) return;
  const [action, known] = await Promise.all([store.get(actions, decision.action), store.get(customers, customer)]);
  if (!action) return;
  const last = known?.clock.last && (await store.get(contacts, known.clock.last.contact));
  const isContacted = last && last.createdAt > decision.at;
  // Opened again by hand, it is not closed by the same contact.
  if (action.open && isContacted)
    await decide(turn, action, { event: `${CONTACTED}${last._id}`, decide: finish, words: "deviations.finished" });
  if (!action.open && !isContacted) await openAgain(turn, action);
}

/** Where nothing has happened to the action since a contact closed it. */
async function openAgain(turn: Turn, action: PlanAction): Promise<void> {
  const closedBy = action.events.at(-1) ?? "";
  if (!closedBy.startsWith(CONTACTED)) return;
  const contact = await turn.ports.store.get(contacts, closedBy.slice(CONTACTED.length));
  if (contact?.state !== "undone") return;
  await decide(turn, action, { event: `undone:${contact._id}`, decide: reopen, words: "deviations.reopened" });
}

interface Settling {
  /** Happens to an action once. */
  readonly event: string;
  readonly decide: typeof finish;
  readonly words: "deviations.finished" | "deviations.reopened";
}

async function decide(turn: Turn, action: PlanAction, settling: Settling): Promise<void> {
  const { ports, person, event, say } = turn;
  const place = { kind: "private", person: person._id } as const;
  const text = say(settling.words, { what: shorten(action.what, WHAT) });
  const once = { ...event, id: settling.event };
  const taken = await changeAction(ports.store, action._id, once, person._id, settling.decide, (next, before) => [
    ...cardsAnew(before),
    saying(place, { kind: "sentence", text }),
    cardAt(place, next),
  ]);
  if (taken.kind === "changed") ports.courier.send(actions, taken.record);
}
