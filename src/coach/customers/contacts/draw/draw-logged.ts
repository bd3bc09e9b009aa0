import { isoDateIn } from "../../../../calendar/iso-date.ts";
import type { Contact } from "../../../../customers/contact.ts";
import type { Customer } from "../../../../customers/customer.ts";
import { daysIn } from "../../../../customers/line/promise-days.ts";
import { unreadTime } from "../../../../customers/line/unread-time.ts";
import type { Message } from "../../../../message/message.ts";
import { type Say, words } from "../../../../text/text.ts";
import { button, choices, messageOf, paragraph, strong } from "../../../draw/compose.ts";
import { shorten, withoutStop, withStop } from "../../../draw/shorten.ts";
import { day } from "../../../draw/when.ts";
import type { Listener } from "../../../scene.ts";
import { type WaitingLine, waitingLine } from "../line/waiting-line.ts";
import { contactWords, withoutPromised } from "./contact-words.ts";

const NAME = 60;
const PROMISE = 70;

/** A contact with its customer, at a moment. */
export interface KnownContact {
  readonly contact: Contact;
  readonly customer: Customer;
  readonly now: number;
}

/** What was logged or planned in one message, with one tap to mend it and one to take it back. */
export function drawLogged({ contact, customer, now }: KnownContact, listener: Listener): Message {
  const { language } = listener;
  const say = words(language);
  const { _id, state } = contact;
  const isUndone = state === "undone";
  const what = contactWords(contact, listener, now);
  const head = say(`contacts.logged.${isUndone ? "undone" : state === "planned" ? "planned" : "made"}`);
  const rest = isUndone
    ? []
    : [promised(contact, customer, say), unread(contact, listener), nextWords(customer, listener, now)];
  return messageOf(language, [
    paragraph([
      `${head} `,
      strong(shorten(customer.name, NAME)),
      `, ${[withStop(what), ...rest.filter((part) => part !== undefined)].join(" ")}`,
    ]),
    isUndone
      ? undefined
      : choices([
          button(say("contacts.button.fix"), { kind: "contact-edit", contact: _id, in: "logged" }, { opensForm: true }),
          button(say("contacts.button.undo"), { kind: "contact-undo", contact: _id, in: "logged" }),
        ]),
  ]);
}

/** The same is logged already; one tap logs it as another contact. */
export function drawTwice(line: WaitingLine, { contact, customer, now }: KnownContact, listener: Listener): Message {
  const { language } = listener;
  const say = words(language);
  const again = { kind: "contact-line-again", customer: customer._id, ...waitingLine(line) } as const;
  return messageOf(language, [
    paragraph([
      `${say("contacts.logged.already")} `,
      strong(shorten(customer.name, NAME)),
      `, ${withStop(contactWords(contact, listener, now))}`,
    ]),
    choices([button(say("contacts.button.again"), again)]),
  ]);
}

/** What was promised, unless all of it is when the next contact is to be. */
function promised({ promise, next }: Contact, { dueOn }: Customer, say: Say): string | undefined {
  const isOnlyDay = next !== null && next.on === dueOn && promise.split(/\s+/u).length <= 2;
  if (promise === "" || isOnlyDay) return undefined;
  return say("contacts.promised", { promise: withStop(shorten(withoutPromised(promise), PROMISE)) });
}

/** The promise tells a time, but none that is a day: that of the plan stands. Or it tells several, of which one is the next contact. */
function unread({ promise, next, due, createdAt }: Contact, { language, timeZone }: Listener): string | undefined {
  if (due !== null) return undefined;
  const say = words(language);
  const looking = { today: isoDateIn(createdAt, timeZone), language };
  if (next !== null)
    return daysIn(promise, { ...looking, isClosed: () => false }).length > 1
      ? say("contacts.unread.second")
      : undefined;
  const time = unreadTime(promise, looking);
  if (!time) return undefined;
  return time.kind === "vague" ? say("contacts.unread.vague") : say("contacts.unread.impossible", { day: time.day });
}

/** When the customer's next contact is due; undefined where nobody is to be reminded. */
export function nextWords({ kept, dueOn }: Customer, listener: Listener, now: number): string | undefined {
  if (!kept || dueOn === null) return undefined;
  const say = words(listener.language);
  const today = isoDateIn(now, listener.timeZone);
  if (dueOn <= today) return say("contacts.nextNow");
  return say("contacts.next", { day: withoutStop(day(dueOn, listener, now)) });
}
