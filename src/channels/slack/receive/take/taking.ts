import type { Installation, Person } from "../../../../people/records.ts";
import { type Say, words } from "../../../../text/text.ts";
import type { ChannelPeople } from "../people/channel-people.ts";
import type { Who } from "../people/who.ts";
import type { Workspaces } from "../people/workspaces.ts";
import type { Receiving } from "../receiving.ts";
import type { DoubleTaps } from "./double-taps.ts";

/** What taking something in works with. */
export interface Taking extends Receiving {
  readonly workspaces: Workspaces;
  readonly who: Who;
  readonly channels: ChannelPeople;
  readonly doubleTaps: DoubleTaps;
}

/** Someone whom Luotsi serves, doing something on an installation. */
export interface Doer {
  readonly installation: Installation;
  /** Slack's id of them. */
  readonly user: string;
  readonly person: Person;
  readonly say: Say;
}

/** The body with which Slack is answered; undefined for an empty one. */
export type Answer = object | undefined;

/** Who does it; undefined for strangers, who get nothing (DESIGN: "Security"), and for workspaces where Luotsi is not. */
export async function doerOf(
  parts: Taking,
  told: { readonly tenant: string; readonly user: string },
): Promise<Doer | undefined> {
  const installation = await parts.workspaces.of(told.tenant);
  if (!installation) return undefined;
  parts.channels.catchUpOnce(installation);
  const person = await parts.who.person(installation, told.user);
  return person && { installation, user: told.user, person, say: words(person.language) };
}

/** What every incoming thing begins with. */
export function baseOf({ person }: Doer, told: { readonly eventId: string; readonly at: number }) {
  return { eventId: told.eventId, company: person.company, person: person._id, at: told.at };
}
