import { isoDateIn } from "../../../../calendar/iso-date.ts";
import { lateSince } from "../../../../customers/clock/next-due.ts";
import type { Contact } from "../../../../customers/contact.ts";
import { lastMove } from "../../../../customers/plans/last-move.ts";
import { isOfSalesPlan } from "../../../../customers/plans/sale-plan.ts";
import type { Block, Option } from "../../../../message/message.ts";
import type { Directory } from "../../../../people/directory.ts";
import type { Person } from "../../../../people/records.ts";
import { words } from "../../../../text/text.ts";
import { button, choices, paragraph, quiet, strong } from "../../../draw/compose.ts";
import { personName } from "../../../draw/naming.ts";
import { shorten, withoutStop, withStop } from "../../../draw/shorten.ts";
import { day } from "../../../draw/when.ts";
import type { HomeItem } from "../../../home/home-section.ts";
import type { Listener } from "../../../scene.ts";
import type { StandsIn } from "../contact-actions.ts";
import { meansWord, onDay, saidThen, tellsAnotherDay } from "../draw/contact-words.ts";
import { salePlanBeside } from "../draw/sale-plan-words.ts";
import type { OwedFacts } from "./owed-facts.ts";
import { reachBy } from "./reach-by.ts";
import { standingNow } from "./standing-now.ts";

/** Whom and why stand in the first 80 characters, which a notification shows. */
const NAME = 34;
const PROMISE = 30;
const SAID = 44;
const CONTENT = 36;
const SALE = 160;

/** Whose list a line stands in, and where. */
export interface LineReader {
  readonly directory: Directory;
  readonly person: Person;
  readonly now: number;
  /** When the message was posted that is drawn anew. */
  readonly postedAt?: number | undefined;
  readonly in: Exclude<StandsIn, "logged">;
  /** Among those shown as late. */
  readonly late?: boolean;
  /** Somebody else's by now: nothing is owed by the reader any more. */
  readonly others?: boolean;
}

/** One customer whom somebody owes a contact: whom and why, the number to tap, what was last, what the plan suggests, and what can be done. */
export function owedLine(facts: OwedFacts, reader: LineReader): HomeItem {
  return (listener) => {
    const standing = standingNow(facts, reader, listener);
    const { name } = facts.customer;
    if (standing)
      return [paragraph([strong(shorten(name, NAME)), `: ${standing.words}`]), choices(standing.buttons(reader.in))];
    return [
      paragraph([
        strong(shorten(name, NAME)),
        `: ${withStop(why(facts, reader, listener))}`,
        ...reachBy(facts.customer),
      ]),
      quiet(beside(facts, reader, listener)),
      owedButtons(facts, reader.in, listener),
    ];
  };
}

/** Why now: what was agreed, the limit that went by, or simply its time. */
export function why({ customer, plan }: OwedFacts, { now, late }: LineReader, listener: Listener): string {
  const say = words(listener.language);
  const { dueOn, clock } = customer;
  const on = (isoDate: string) => day(isoDate, listener, now);
  if (dueOn === null) return say("contacts.why.none");
  const isOver = dueOn < isoDateIn(now, listener.timeZone);
  if (plan && clock.planned?.on === dueOn) return whyAgreed(plan, dueOn, now, listener);
  const since = lateSince(customer);
  if (late && since !== null) return say("contacts.why.late", { day: on(since) });
  if (clock.last === null && clock.toldLast === null) return say("contacts.why.first");
  return say(isOver ? "contacts.why.was" : "contacts.why.due", { day: on(dueOn) });
}

/** What was agreed on for that day, or planned. */
function whyAgreed(plan: Contact, dueOn: string, now: number, listener: Listener): string {
  const say = words(listener.language);
  const on = day(dueOn, listener, now);
  if (isOfSalesPlan(plan))
    return say("history.plannedWhy", { day: on, what: withoutStop(shorten(plan.purpose, PROMISE)) });
  const isOver = dueOn < isoDateIn(now, listener.timeZone);
  const said = isoDateIn(plan.createdAt, listener.timeZone);
  const promise = withoutStop(saidThen(plan.promise, { said, most: PROMISE }, listener, now));
  if (promise === "") return say(`contacts.why.${isOver ? "agreedOver" : "agreed"}`, { day: on });
  const isMoved = lastMove(plan) !== undefined || tellsAnotherDay(plan.promise, { said, due: dueOn }, listener);
  const how = isMoved ? (isOver ? "movedOver" : "moved") : isOver ? "promisedOver" : "promised";
  return say(`contacts.why.${how}`, { day: on, promise });
}

/** Whose it is where it is another's, what was last, what the care plan suggests. */
function beside(
  { customer, last, care, plan: owedPlan }: OwedFacts,
  { directory, person, now }: LineReader,
  listener: Listener,
) {
  const say = words(listener.language);
  const { clock } = customer;
  const lastOn = clock.last?.on ?? clock.toldLast;
  const said = last
    ? withoutStop(shorten([last.outcome, last.notes].filter((one) => one !== "").join(", "), SAID))
    : "";
  const by = last?.person && last.person !== person._id ? personName(directory, last.person, listener.language) : "";
  const means = lastOn === null ? "" : `${meansWord(say, clock.last?.means ?? null)} ${onDay(lastOn, listener, now)}`;
  const lastWords = [by, means, said].filter((one) => one !== "").join(", ");
  const suggested = [...care.means.slice(0, 2).map((one) => meansWord(say, one)), shorten(care.content, CONTENT)];
  const plan = withStop(suggested.filter((one) => one !== "").join(", "));
  const inCharge = customer.person;
  const sale = owedPlan && isOfSalesPlan(owedPlan) ? salePlanBeside(owedPlan, directory, listener) : "";
  return [
    sale === "" ? undefined : withStop(shorten(sale, SALE)),
    inCharge !== null && inCharge !== person._id
      ? say("contacts.line.of", { name: personName(directory, inCharge, listener.language) })
      : undefined,
    lastWords === "" ? undefined : say("contacts.line.last", { last: withStop(lastWords) }),
    plan === "" ? undefined : say("contacts.line.plan", { plan }),
  ]
    .filter((one) => one !== undefined)
    .join(" ");
}

/** What can be done about whom one owes a contact. Nothing there is the main thing: a message holds several of them. */
function owedButtons({ customer: { _id: customer } }: OwedFacts, standsIn: LineReader["in"], { language }: Listener) {
  const say = words(language);
  const here = { customer, in: standsIn } as const;
  const form = (name: "move" | "hand" | "not-needed" | "plan", label: string): Option =>
    button(label, { kind: "contact-next-form", form: name, ...here }, { opensForm: true });
  const block: Block | undefined = choices(
    [
      button(say("contacts.button.made"), { kind: "contact-made", ...here }),
      button(say("contacts.button.snooze"), { kind: "contact-snooze", ...here }),
    ],
    [
      form("move", say("contacts.button.move")),
      form("plan", say("contacts.button.plan")),
      form("hand", say("contacts.button.hand")),
      form("not-needed", say("contacts.button.notNeeded")),
      button(say("contacts.button.card"), { kind: "customer-card", customer }),
    ],
    say("contacts.button.more"),
  );
  return block;
}
