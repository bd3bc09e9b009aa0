import { z } from "zod";
import { collection } from "../store/collection.ts";
import type { Store } from "../store/store.ts";

/** Under which message of a platform a round's thread begins. `_id` is installation/channel/root message. */
const threadSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  installation: z.string(),
  /** The platform's ids. */
  channel: z.string(),
  root: z.string(),
  round: z.string(),
});
export type Thread = z.infer<typeof threadSchema>;

export const threads = collection({
  name: "threads",
  schema: threadSchema,
  indexes: [{ name: "round", fields: ["company", "round"] }],
  queries: { ofRound: { equals: ["company", "round"] } },
});

/** Begins the name under which a thread that is no round's is noted, before its platform's. */
const ASIDE = "aside:";

/** The name of a thread that is no round's: there someone called the coach by name, and is answered. */
export function asideName(platform: string, root: string): string {
  return `${ASIDE}${platform}:${root}`;
}

/** Whether a thread stands on a platform at all: one that is no round's stands where it was begun. */
export function standsOn(thread: string, platform: string): boolean {
  return !thread.startsWith(ASIDE) || thread.startsWith(`${ASIDE}${platform}:`);
}

/** Notes that a round's thread begins under a message; noting it twice does no harm. */
export async function noteThread(store: Store, thread: Omit<Thread, "_id">): Promise<void> {
  await store.insert(threads, { ...thread, _id: threadId(thread.installation, thread.channel, thread.root) });
}

/** The round in whose thread a message stands, by the thread's root. */
export async function roundOfThread(
  store: Store,
  installation: string,
  channel: string,
  root: string,
): Promise<string | undefined> {
  return (await store.get(threads, threadId(installation, channel, root)))?.round;
}

/** Where a round's thread is on an installation. */
export async function threadOfRound(
  store: Store,
  company: string,
  round: string,
  installation: string,
): Promise<Thread | undefined> {
  const all = await store.find(threads, { name: "ofRound", equals: { company, round } });
  return all.find((thread) => thread.installation === installation);
}

function threadId(installation: string, channel: string, root: string): string {
  return `${installation}/${channel}/${root}`;
}
