import { addDays, isoDateIn } from "../../../../calendar/iso-date.ts";
import type { Means } from "../../../../customers/care-plan.ts";
import type { Contact } from "../../../../customers/contact.ts";
import type { Promised } from "../../../../customers/last-promise.ts";
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

/** What was promised, and the day for which it stands where its words do not tell. */
export function promiseWords({ what, due, isMoved }: Promised, listener: Listener, now: number): string {
  const say = words(listener.language);
  if (due === null || (what !== "" && !isMoved)) return what;
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
