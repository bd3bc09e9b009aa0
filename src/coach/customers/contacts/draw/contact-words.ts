import { addDays, isoDateIn } from "../../../../calendar/iso-date.ts";
import type { Means } from "../../../../customers/care-plan.ts";
import type { Contact } from "../../../../customers/contact.ts";
import type { Promised } from "../../../../customers/last-promise.ts";
import { daysIn } from "../../../../customers/line/promise-days.ts";
import type { OpenMeasure } from "../../../../customers/measures/open-measures.ts";
import { type Say, words } from "../../../../text/text.ts";
import { shorten, withoutStop } from "../../../draw/shorten.ts";
import { day } from "../../../draw/when.ts";
import type { Listener } from "../../../scene.ts";

const NOTE = 90;

export function meansWord(say: Say, means: Means | null): string {
  return say(means === null ? "contacts.means.unsaid" : `contacts.means.${means}`);
}

/** "tänään", "eilen", "ma 12.10." */
export function onDay(isoDate: string, listener: Listener, now: number): string {
  const say = words(listener.language);
  const today = isoDateIn(now, listener.timeZone);
  if (isoDate === today) return say("contacts.today");
  return isoDate === addDays(today, -1) ? say("contacts.yesterday") : day(isoDate, listener, now);
}

/** "tarjous (to 26.8.)": what was agreed on, and the day for which it stands. */
export function measureWords({ what, on }: OpenMeasure, listener: Listener, now: number): string {
  return on === null ? what : words(listener.language)("visits.openDue", { what, day: day(on, listener, now) });
}

/** Words that mean another day tomorrow than today. */
const RELATIVE =
  /(?<!\p{L})(?:huomenna|ylihuomenna|huomis\p{L}+|tänään|ensi|tällä|päästä|kuluttua|tomorrow|today|tonight|next|this|in (?:a|an|one|two|three|\d+))(?!\p{L})/iu;
/** An hour that was cut from its word: "huomenna klo…". */
const CUT_HOUR = /\s+(?:klo|kello|at)…$/iu;

/** Words as they were said on a day (ISO), at most so long: behind that day, where they mean another one by now. */
export function saidThen(
  words: string,
  { said, most }: { readonly said: string; readonly most: number },
  listener: Listener,
  now: number,
): string {
  const short = shorten(words, most).replace(CUT_HOUR, "…");
  const isPast = said < isoDateIn(now, listener.timeZone);
  return isPast && RELATIVE.test(short) ? `${day(said, listener, now)} ”${withoutStop(short)}”` : short;
}

/** "lupasin soittaa 4.12." where it stands behind a word that says so already: "soittaa 4.12." */
export function withoutPromised(promise: string): string {
  return promise.replace(/^(?:lupasin|lupasimme|(?:i |we )?promised) (?=\S)/iu, "");
}

/** "25.8.", "25 August": a day that is the same whenever it is read. */
const WRITTEN_DAY = /(?<!\d)\d{1,2}(?:\.\s?\d{1,2}\.|(?:st|nd|rd|th)?\s\p{Lu}\p{L}{2,})/u;

/** Whether a day is written in a promise, said on a day, and none of those in it is the day for which it stands. */
export function tellsAnotherDay(
  promise: string,
  { said, due }: { readonly said: string; readonly due: string },
  { language }: Pick<Listener, "language">,
): boolean {
  if (!WRITTEN_DAY.test(promise)) return false;
  const days = daysIn(promise, { today: said, language, isClosed: () => false });
  return days.length > 0 && !days.includes(due);
}

/** What was promised, and the day for which it stands where its words do not tell, or tell another. */
export function promiseWords(
  { what: promise, writtenAt, due, isMoved }: Promised,
  listener: Listener,
  now: number,
): string {
  const say = words(listener.language);
  const said = isoDateIn(writtenAt, listener.timeZone);
  const what = saidThen(withoutPromised(promise), { said, most: promise.length }, listener, now);
  if (due === null || (what !== "" && !isMoved && !tellsAnotherDay(promise, { said, due }, listener))) return what;
  const on = day(due, listener, now);
  return what === "" ? say("contacts.agreedDay", { day: on }) : say("contacts.agreedMoved", { what, day: on });
}

/** "puhelu tänään, ”tilaa syksyllä”" */
export function contactWords(contact: Contact, listener: Listener, now: number): string {
  const say = words(listener.language);
  const { means, state, outcome, notes } = contact;
  const on = contact.on ?? contact.due;
  const said = withoutStop(shorten([outcome, notes].filter((part) => part !== "").join(", "), NOTE));
  return [
    `${meansWord(say, means)} ${on === null ? "" : onDay(on, listener, now)}`.trim(),
    state === "tried" ? say("contacts.notReached") : undefined,
    said === "" ? undefined : say("contacts.quote", { said }),
  ]
    .filter((part) => part !== undefined)
    .join(", ");
}
