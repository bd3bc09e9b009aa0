import { isoDateIn } from "../../../../calendar/iso-date.ts";
import { sundayOf } from "../../../../calendar/week.ts";
import { lastMove } from "../../../../customers/plans/last-move.ts";
import type { Option } from "../../../../message/message.ts";
import type { Directory } from "../../../../people/directory.ts";
import type { Person } from "../../../../people/records.ts";
import { words } from "../../../../text/text.ts";
import { button } from "../../../draw/compose.ts";
import { personName } from "../../../draw/naming.ts";
import { shorten, withoutStop, withStop } from "../../../draw/shorten.ts";
import { day } from "../../../draw/when.ts";
import type { Listener } from "../../../scene.ts";
import type { StandsIn } from "../contact-actions.ts";
import { contactWords } from "../draw/contact-words.ts";
import { nextWords } from "../draw/draw-logged.ts";
import type { OwedFacts } from "./owed-facts.ts";

/** What was done about a contact that was owed, and how it is taken back. */
export interface StandingNow {
  readonly words: string;
  readonly buttons: (standsIn?: StandsIn) => readonly Option[];
}

/** With the moment at which it was done: of several things the last one stands, and it alone is what the buttons take back. */
interface Done extends StandingNow {
  readonly at: number;
}

interface Reader {
  readonly directory: Directory;
  readonly person: Person;
  readonly now: number;
  readonly postedAt?: number | undefined;
  /** In a list: a customer handed over is in it only where it was before. */
  readonly in?: StandsIn | undefined;
  readonly others?: boolean;
}

const REASON = 80;

/** Undefined where nothing was done about it: the contact is still owed. */
export function standingNow(facts: OwedFacts, reader: Reader, listener: Listener): StandingNow | undefined {
  const { customer } = facts;
  const say = words(listener.language);
  const why = withStop(shorten(customer.endedWhy, REASON));
  if (!customer.kept) return { words: say("contacts.now.ended", { why }).trimEnd(), buttons: () => [] };
  const done = [made, handed, moved].flatMap((read) => read(facts, reader, listener) ?? []);
  return done.toSorted((a, b) => b.at - a.at)[0];
}

function made({ customer, last }: OwedFacts, { now, postedAt }: Reader, listener: Listener): Done | undefined {
  const say = words(listener.language);
  const today = isoDateIn(now, listener.timeZone);
  const isFresh = last !== undefined && last.createdAt > (postedAt ?? Number.POSITIVE_INFINITY);
  if (!last || !(isFresh || (!isOwed(customer, today) && last.on === today))) return undefined;
  const next = nextWords(customer, listener, now) ?? "";
  return {
    at: last.createdAt,
    words: `${say("contacts.now.made", { what: withStop(contactWords(last, listener, now)) })} ${next}`.trimEnd(),
    buttons: (standsIn) => {
      const here = { contact: last._id, ...placed(standsIn) };
      return [
        button(say("contacts.button.complete"), { kind: "contact-edit", ...here }, { opensForm: true }),
        button(say("contacts.button.undo"), { kind: "contact-undo", ...here }),
      ];
    },
  };
}

function handed({ customer }: OwedFacts, reader: Reader, listener: Listener): Done | undefined {
  const { directory, person, postedAt } = reader;
  const last = customer.history.findLast(({ did }) => did === "handed");
  if (customer.person === null || customer.person === person._id) return undefined;
  const isHere = reader.in === undefined || (last?.at ?? 0) > (postedAt ?? Number.POSITIVE_INFINITY);
  const isOwn = last?.by === person._id && isHere;
  if (!isOwn && !reader.others) return undefined;
  const say = words(listener.language);
  const about = { customer: customer._id } as const;
  return {
    at: last?.at ?? 0,
    words: say("contacts.now.handed", { name: personName(directory, customer.person, listener.language) }),
    buttons: (standsIn) => [
      isOwn
        ? button(say("contacts.button.takeBack"), { kind: "contact-take", ...about, ...placed(standsIn) })
        : button(say("contacts.button.card"), { kind: "customer-card", ...about }),
    ],
  };
}

/** Snoozed, moved or left out: as long as that takes it out of this week, or as it was done since the message came. */
function moved({ customer, plan }: OwedFacts, { now, postedAt }: Reader, listener: Listener): Done | undefined {
  const say = words(listener.language);
  const today = isoDateIn(now, listener.timeZone);
  const { clock, dueOn, limitOn } = customer;
  if (dueOn === null || dueOn <= today) return undefined;
  const since = postedAt === undefined ? undefined : isoDateIn(postedAt, listener.timeZone);
  const from = plan?.due === dueOn ? lastMove(plan) : undefined;
  const movedOn = from ? isoDateIn(from.at, listener.timeZone) : clock.moved?.to === dueOn ? clock.moved.on : undefined;
  const isSince = movedOn !== undefined && since !== undefined && movedOn >= since;
  if (isOwed(customer, today) && !isSince) return undefined;
  const on = withoutStop(day(dueOn, listener, now));
  if (movedOn === undefined) return { at: 0, words: nextWords(customer, listener, now) ?? "", buttons: () => [] };
  const kind = from ? "moved" : (clock.moved?.kind ?? "moved");
  const back = from?.from;
  const beyond =
    limitOn === null || dueOn <= limitOn || kind === "not-needed"
      ? ""
      : ` ${say("contacts.now.beyond", { day: day(limitOn, listener, now) })}`;
  return {
    at: (from ?? customer.history.findLast(({ did }) => did === "moved" || did === "skipped"))?.at ?? 0,
    words: `${say(`contacts.now.${kind === "not-needed" ? "notNeeded" : kind}`, { day: on })}${beyond}`,
    buttons: (standsIn) =>
      from && back === undefined
        ? []
        : [
            button(say("contacts.button.unmove"), {
              kind: "contact-unmove",
              customer: customer._id,
              ...(back === undefined ? {} : { back }),
              ...placed(standsIn),
            }),
          ],
  };
}

/** In this week's list. */
function isOwed({ dueOn }: OwedFacts["customer"], today: string): boolean {
  return dueOn !== null && dueOn <= sundayOf(today);
}

function placed(standsIn: StandsIn | undefined) {
  return standsIn === undefined ? {} : { in: standsIn };
}
