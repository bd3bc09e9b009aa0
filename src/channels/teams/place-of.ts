import type { Installation, Team } from "../../people/records.ts";
import type { Store } from "../../store/store.ts";
import type { Place } from "../place.ts";
import { asideName, noteThread, roundOfThread, threads } from "../threads.ts";

/** A group chat has no threads: its only one is the chat itself. */
const CHAT_ROOT = "chat";

/** Group chats and meetings are "19:…@thread.v2"; channels "19:…@thread.tacv2", old ones "@thread.skype". */
export function isGroupChat(conversation: string): boolean {
  return /@thread\.v2$/.test(conversation);
}

/**
 * Where in a team something was said. In a channel the thread's round, if it is a round's thread; else the channel, except that who calls the coach by
 * name is answered under their own post, as people do in Teams: such a thread is noted under a name of its own, which no round has. In a group chat
 * it is the latest round's "thread", so that typed proposals find it.
 */
export async function placeInTeam(
  store: Store,
  installation: Installation,
  team: Team,
  spot: { readonly conversation: string; readonly root: string | undefined; readonly named: boolean },
): Promise<Place> {
  const { conversation: channel, named } = spot;
  const root = isGroupChat(channel) ? CHAT_ROOT : spot.root;
  const here = { kind: "channel", team: team._id } as const;
  if (root === undefined) return here;
  const round = await roundOfThread(store, installation._id, channel, root);
  if (round !== undefined) return { kind: "thread", team: team._id, round };
  if (!named || root === CHAT_ROOT) return here;
  const aside = asideName("teams", root);
  const { _id, company } = installation;
  await noteThread(store, { company, installation: _id, channel, root, round: aside });
  return { kind: "thread", team: team._id, round: aside };
}

/** Notes that a round's thread begins under a message; in a group chat the latest round has it. */
export async function noteRound(
  store: Store,
  installation: Installation,
  message: { readonly channel: string; readonly activity: string },
  round: string,
): Promise<void> {
  const { _id, company } = installation;
  const { channel, activity } = message;
  const root = isGroupChat(channel) ? CHAT_ROOT : activity;
  await noteThread(store, { company, installation: _id, channel, root, round });
  if (root === CHAT_ROOT) await store.change(threads, `${_id}/${channel}/${root}`, { set: { round } });
}
