import { closedForPerson } from "../cadence/closed-for.ts";
import { handoverSlot } from "../cadence/handover-slot.ts";
import { nextSlot } from "../cadence/next-slot.ts";
import { receiverOf } from "../cadence/receiver.ts";
import { rhythmOf } from "../cadence/rhythm-of.ts";
import type { Slot } from "../cadence/weekly-slot.ts";
import { planDelivery } from "../deliveries/due/delivery.ts";
import { BUCKETS, bucketOf } from "../deliveries/outbox.ts";
import type { Directories, Directory } from "../people/directory.ts";
import { type Person, people } from "../people/records.ts";
import type { Store } from "../store/store.ts";
import { StoreUnavailable } from "../store/store-errors.ts";

export interface SlotPorts {
  readonly store: Store;
  readonly directories: Directories;
  readonly log: { error(fields: object, text: string): void };
}

type Slots = NonNullable<Person["slots"]>;

const ALL_BUCKETS = Array.from({ length: BUCKETS }, (_, bucket) => bucket);
const HOUR_MS = 60 * 60 * 1000;
/**
 * Everyone is looked at so often, whatever lies ahead: a changed role, zone or closed week shows in time, since a slot that has gone by meanwhile is
 * kept for a day.
 */
const LOOK_AGAIN_MS = 20 * HOUR_MS;
const AFTER_TROUBLE_MS = HOUR_MS / 6;
/** People who have left may come back. */
const AFTER_LEAVING_MS = 7 * 24 * HOUR_MS;

/**
 * Plans the weekly messages whose time has come, and notes for each person when to look again; so only those are read of whom something is due. Each
 * person's record says which week is done with, and each message's key is its week: harmless twice, and in several processes at once. At most `limit`
 * people, the longest due first; how many it were.
 */
export async function planSlots(ports: SlotPorts, now: number, limit = 500): Promise<number> {
  const [fresh, due] = await Promise.all([
    ports.store.find(people, { name: "withoutSlots", equals: { "slots.bucket": null }, limit }),
    ports.store.find(people, { name: "due", equals: { "slots.bucket": ALL_BUCKETS }, to: now, limit }),
  ]);
  const all = [...due, ...fresh].slice(0, limit);
  await Promise.all(all.map((person) => attempt(ports, person, now)));
  return all.length;
}

/** One person's trouble is not the next one's, and does not come again at every tick. */
async function attempt(ports: SlotPorts, person: Person, now: number): Promise<void> {
  try {
    await keepSlot(ports, person, now);
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    ports.log.error(
      { company: person.company, person: person._id, err: error },
      "a weekly message could not be planned; it is tried again later",
    );
    const { slots = firstSlots(person.company, now) } = person;
    await note(ports.store, person, { ...slots, nextAt: now + AFTER_TROUBLE_MS });
  }
}

async function keepSlot({ store, directories }: SlotPorts, person: Person, now: number): Promise<void> {
  const { _id, company } = person;
  // The company's of today: a person's company may have joined another.
  const slots = { ...(person.slots ?? firstSlots(company, now)), bucket: bucketOf(company) };
  if (person.leftAt !== undefined || person.joinedInto !== undefined)
    return note(store, person, { ...slots, nextAt: now + AFTER_LEAVING_MS });
  const directory = await directories.of(company);
  await planHandover(store, directory, person, now);
  const slot = slotAfter(directory, person, slots, now);
  if (!slot || slot.at > now) return note(store, person, { ...slots, nextAt: lookAt(slot, now) });
  // Away or quiet: nothing to them, and what is due is a part of their substitute's own message.
  if (receiverOf(person, directory.people, now)?._id === _id)
    await planDelivery(store, { company, person: _id, about: { kind: "weekly", week: slot.week }, dueAt: slot.at });
  const settled = { ...slots, settled: slot.week };
  return note(store, person, { ...settled, nextAt: lookAt(slotAfter(directory, person, settled, now), now) });
}

/** What a crash kept from being planned when the person said that they go away, or whose substitute has one by now. */
async function planHandover(store: Store, directory: Directory, person: Person, now: number): Promise<void> {
  const slot = handoverSlot(person, directory, now);
  if (!slot) return;
  const about = { kind: "handover", away: person._id, from: slot.from } as const;
  await planDelivery(store, { company: person.company, person: slot.to, about, dueAt: slot.at });
}

function lookAt(slot: Slot | undefined, now: number): number {
  return Math.min(slot?.at ?? Number.POSITIVE_INFINITY, now + LOOK_AGAIN_MS);
}

function slotAfter(directory: Directory, person: Person, slots: Slots, now: number): Slot | undefined {
  return nextSlot(rhythmOf(person, directory.company), closedForPerson(directory, person._id), slots, now);
}

function firstSlots(company: string, now: number): Slots {
  return { bucket: bucketOf(company), nextAt: now, settled: null, since: now };
}

/** Unless somebody else has noted it, or the person's settings have changed meanwhile: then it is looked at again at once. */
async function note(store: Store, { _id, slots }: Person, next: Slots): Promise<void> {
  await store.change(people, _id, {
    when: { "slots.nextAt": slots?.nextAt ?? null, "slots.since": slots?.since ?? null },
    set: { slots: next },
  });
}
