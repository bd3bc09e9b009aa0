import { isoDateIn } from "../../../../calendar/iso-date.ts";
import type { Outcome } from "../../../../channels/channel.ts";
import { placeKey } from "../../../../channels/place.ts";
import { type AwaitedDay, conversations } from "../../../../conversations/conversation.ts";
import { readDayText } from "../../../../flow/reading/plain/day-text.ts";
import { formatDate } from "../../../../flow/wording/format.ts";
import type { Response } from "../../../../rounds/response.ts";
import type { Said } from "../../../turn.ts";
import { heardContact, readContactLine } from "./heard-contact.ts";

/** After this long a day is said of something else. */
const AWAITED_MS = 60 * 60 * 1000;
const YEAR = /^(?:19|20)\d\d$/u;

/** "30.10.", after a line whose day cannot be: the line is read again with this one. Undefined where no day was asked for last, and where it is none. */
export async function daySaid(turn: Said, focus: Response | undefined): Promise<Outcome | undefined> {
  const { ports, incoming, event } = turn;
  if (!mayBeDay(turn)) return undefined;
  const conversation = await ports.store.get(conversations, placeKey(incoming.place));
  const awaited = conversation?.awaitedDay;
  if (!awaited || event.now - awaited.at > AWAITED_MS) return undefined;
  if (Math.max(conversation.heardAt ?? 0, focus?.touchedAt ?? 0) > awaited.at) return undefined;
  const text = withDay(turn, awaited);
  const read = text === undefined ? undefined : await readContactLine(turn, text, awaited.day);
  if (text === undefined || !read) return undefined;
  return heardContact(turn, text, read, { text, once: awaited.once, day: awaited.day });
}

/** Most of what is said is no day, and needs no look at what was asked last. */
function mayBeDay({ incoming, person, event }: Said): boolean {
  const said = incoming.text.trim();
  return YEAR.test(said) || readDayText(said, isoDateIn(event.now, person.timeZone), person.language).kind !== "none";
}

function withDay({ incoming, person }: Said, { text, instead, day }: AwaitedDay): string | undefined {
  const said = incoming.text.trim();
  if (YEAR.test(said)) return text.replace(instead, () => `${instead.replace(/\.?$/u, ".")}${said}`);
  const read = readDayText(said, day, person.language);
  if (read.kind === "none") return undefined;
  // Of what was made a weekday is the last one.
  const made = read.kind !== "day" || read.date <= day ? undefined : read.previous;
  return text.replace(instead, () => (made === undefined ? said : formatDate(made, person.language)));
}
