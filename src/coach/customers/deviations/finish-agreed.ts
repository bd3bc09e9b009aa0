import { contacts } from "../../../customers/contact.ts";
import { customers } from "../../../customers/customer.ts";
import { lastDecisionOn } from "../../../customers/deviations/decision.ts";
import { kindIn, wantsContact } from "../../../customers/deviations/deviation.ts";
import { actions } from "../../../plan/action.ts";
import { cardAt, cardsAnew } from "../../../plan/card-at.ts";
import { changeAction } from "../../../plan/change-action.ts";
import { finish } from "../../../plan/decide.ts";
import { saying } from "../../converse.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Turn } from "../../turn.ts";

const WHAT = 100;

/** Once a customer was contacted after an action was agreed on for want of a contact, that action is done; whoever made the contact is told, with its card. */
export async function finishAgreed({ ports, person, event, say }: Turn, customer: string): Promise<void> {
  const { store, courier } = ports;
  const decision = await lastDecisionOn(store, { company: person.company, customer });
  const kind = decision && kindIn(decision._id);
  if (!decision?.action || !kind || !wantsContact(kind)) return;
  const [action, known] = await Promise.all([store.get(actions, decision.action), store.get(customers, customer)]);
  if (!action?.open || !known?.clock.last) return;
  const last = await store.get(contacts, known.clock.last.contact);
  if (!last || last.createdAt <= decision.at) return;
  const place = { kind: "private", person: person._id } as const;
  const text = say("deviations.finished", { what: shorten(action.what, WHAT) });
  // Opened again, it is not closed by the same contact.
  const once = { ...event, id: `contacted:${last._id}` };
  const taken = await changeAction(store, action._id, once, person._id, finish, (next, before) => [
    ...cardsAnew(before),
    saying(place, { kind: "sentence", text }),
    cardAt(place, next),
  ]);
  if (taken.kind === "changed") courier.send(actions, taken.record);
}
