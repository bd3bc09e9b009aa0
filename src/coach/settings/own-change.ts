import { handoverSlot } from "../../cadence/handover-slot.ts";
import { slotsAnew } from "../../cadence/slots-anew.ts";
import { wasAwayAfter } from "../../cadence/was-away.ts";
import { isoDateIn } from "../../calendar/iso-date.ts";
import { type Place, placeKey } from "../../channels/place.ts";
import { conversations } from "../../conversations/conversation.ts";
import { HOME_CARD, refreshHomes } from "../../conversations/refresh-homes.ts";
import { planDelivery } from "../../deliveries/due/delivery.ts";
import { type Away, type Person, people } from "../../people/records.ts";
import { changeRecord } from "../../rounds/change-record.ts";
import type { Json } from "../../store/store.ts";
import type { Turn } from "../turn.ts";
import { keepWeek } from "./timing/keep-week.ts";
import { lookAgain } from "./timing/look-again.ts";

/** What someone changes of their own record. */
export interface OwnChange {
  readonly set?: {
    readonly [field in "language" | "weeklyPace" | "paceBefore" | "quiet"]?: Json;
  } & {
    readonly weekly?: { readonly weekday: number; readonly hour: number };
    readonly timeZone?: string;
    readonly away?: Away;
  };
  readonly unset?: readonly ("away" | "quiet" | "weeklyPace" | "paceBefore")[];
}

/** The person as they stand in the store, whatever this process remembers. */
export async function ownRecord({ ports, person }: Turn): Promise<Person> {
  return (await ports.store.get(people, person._id)) ?? person;
}

/** Writes a change of one's own settings and draws one's Home anew. What the person sets here, the platform's profile changes no more. */
export async function changeOwn(turn: Turn, person: Person, { set = {}, unset = [] }: OwnChange): Promise<Person> {
  const { ports, event } = turn;
  const chosen = new Set(person.chosen);
  if (set.language !== undefined) chosen.add("language");
  if (set.timeZone !== undefined) chosen.add("timeZone");
  const turnsAway = set.away !== undefined || unset.includes("away");
  const today = isoDateIn(event.now, person.timeZone);
  const wasAway = turnsAway ? wasAwayAfter(person.away, set.away, today) : undefined;
  const moved = set.weekly !== undefined || set.timeZone !== undefined;
  if (moved) {
    const will = { person: { ...person, ...set }, company: turn.directory.company };
    await keepWeek(ports.store, turn.directory, person, will, event.now);
  }
  const changed = await ports.store.change(people, person._id, {
    set: {
      ...set,
      ...(wasAway ? { wasAway } : {}),
      ...(chosen.size > 0 ? { chosen: [...chosen] } : {}),
      ...(moved ? slotsAnew(person, event.now) : {}),
    },
    unset,
  });
  ports.directories.forget(person.company);
  await refreshHomes(ports, [person._id], event);
  await refreshHomeCard(turn);
  if (changed.kind === "missing") return person;
  if (set.away !== undefined) {
    await tellSubstitute(turn, changed.document);
    await lookAgain(ports.store, changed.document, event.now);
  }
  return changed.document;
}

/** Plans the message with which the substitute hears whose customers they look after; a crash before it is made good by the clock. */
async function tellSubstitute({ ports, directory, event }: Turn, person: Person): Promise<void> {
  const slot = handoverSlot(person, directory, event.now);
  if (!slot) return;
  const about = { kind: "handover", away: person._id, from: slot.from } as const;
  await planDelivery(ports.store, { company: person.company, person: slot.to, about, dueAt: slot.at });
}

/** The page that stands in the person's chat. It comes after the write of what changed and may be lost with the process, as a Home may. */
async function refreshHomeCard({ ports, person, event }: Turn): Promise<void> {
  const place: Place = { kind: "private", person: person._id };
  const again = { ...event, id: `${event.id}:home-card` };
  const taken = await changeRecord(ports.store, conversations, placeKey(place), again, ({ messages }) => {
    const standing = messages[HOME_CARD];
    return standing
      ? { planned: [{ place, how: { kind: "edit", message: standing.id }, tell: { kind: "home" } }] }
      : { declined: "none" };
  });
  if (taken.kind === "changed") ports.courier.send(conversations, taken.record);
}
