import { type Contact, NO_CONTACT_CONTENT } from "../../src/customers/contact.ts";
import { emptyOutbox } from "../../src/deliveries/outbox.ts";
import { NOW, TODAY } from "./sample-customer.ts";

/** A phone call of "p1" with "k1" today, with what a test wants otherwise. */
export function sampleContact(over: Partial<Contact> = {}): Contact {
  return {
    _id: "y1",
    company: "c1",
    customer: "k1",
    person: "p1",
    state: "made",
    due: null,
    on: TODAY,
    ...NO_CONTACT_CONTENT,
    means: "phone",
    next: null,
    keeps: null,
    keptBy: null,
    plannedWith: null,
    movedBefore: null,
    by: "p1",
    createdAt: NOW,
    lookAt: null,
    left: null,
    pendingAt: null,
    history: [],
    revision: 1,
    ...emptyOutbox("c1"),
    ...over,
  };
}
