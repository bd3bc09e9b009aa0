import { joinTeam } from "../../../people/arrive-team.ts";
import type { Directories } from "../../../people/directory.ts";
import { isMember } from "../../../people/directory.ts";
import type { Store } from "../../../store/store.ts";
import type { Receiver } from "../../channel.ts";
import type { FileSource } from "../../file-source.ts";
import type { Place } from "../../place.ts";
import type { Arrivals, Speaker } from "../arrivals/arrivals.ts";
import { placeInTeam } from "../place-of.ts";
import type { Connector } from "../send/connector.ts";
import type { DrawingOf } from "../send/drawing-of.ts";
import type { Standing } from "../send/standing.ts";
import type { Typing } from "../send/typing.ts";
import type { Locale } from "./profile.ts";
import type { Heard } from "./read-activity.ts";

/** What taking an activity works with. */
export interface ReceiveParts {
  readonly store: Store;
  readonly directories: Directories;
  readonly receiver: Receiver;
  /** Files that messages name. */
  readonly files: FileSource;
  readonly arrivals: Arrivals;
  readonly connector: Connector;
  readonly typing: Typing;
  readonly standing: Standing;
  readonly drawingOf: DrawingOf;
  readonly fallback: Locale;
  readonly now: () => number;
  readonly log: {
    info(fields: object, text: string): void;
    warn(fields: object, text: string): void;
    error(fields: object, text: string): void;
  };
}

/** The HTTP answer to an activity. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export const TAKEN: Answer = { status: 200 };

/** Where someone did something. Who does something in a team's channel belongs to the team, whatever its roster said when it was read. */
export async function placeFor(
  { store, directories, arrivals }: ReceiveParts,
  { installation, person }: Speaker,
  heard: Heard,
  named: boolean,
): Promise<Place> {
  if (heard.spot.kind === "personal") return { kind: "private", person: person._id };
  const team = await arrivals.teamOf(heard, installation);
  const directory = await directories.of(installation.company);
  if (!isMember(directory, team._id, person._id)) await joinTeam({ store, directories }, team, [person._id]);
  return placeInTeam(store, installation, team, { ...heard.spot, named });
}

/** What every incoming thing begins with. */
export function incomingBase({ now }: ReceiveParts, { installation, person }: Speaker, heard: Heard, place: Place) {
  const { eventId, at } = heard;
  return { eventId, company: installation.company, person: person._id, at: at === 0 ? now() : at, place };
}
