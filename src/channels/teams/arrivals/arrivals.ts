import { LRUCache } from "lru-cache";
import { type ArrivalPorts, arriveInstallation } from "../../../people/arrive.ts";
import { teamOfChannel } from "../../../people/arrive-team.ts";
import type { Installation, Person, Team } from "../../../people/records.ts";
import { type Locale, localeOf } from "../receive/profile.ts";
import type { Heard } from "../receive/read-activity.ts";
import type { Connector } from "../send/connector.ts";
import { arriveChannel, joinAll } from "./arrive-channel.ts";
import { arriveSpeaker } from "./arrive-speaker.ts";

export interface ArrivalsParts extends ArrivalPorts {
  readonly connector: Connector;
  readonly now: () => number;
  /** For whom neither an activity nor a profile tells. */
  readonly fallback: Locale;
  /** The only tenant that is served; undefined: whoever has the app. */
  readonly tenant: string | undefined;
}

/** Who did something, and for whom. */
export interface Speaker {
  readonly installation: Installation;
  readonly person: Person;
}

/** Who and what comes from Teams: found in the directory where they are known, else asked of Teams once and written down. */
export interface Arrivals {
  /** Undefined for a tenant that is not served. */
  installationOf(heard: Heard): Promise<Installation | undefined>;
  /** Undefined for guests, people of other tenants and those who are nobody's. */
  speakerOf(heard: Heard): Promise<Speaker | undefined>;
  /** The team of a channel or group chat, its people joined when it is new. */
  teamOf(heard: Heard, installation: Installation): Promise<Team>;
  /** The people whom a team's roster names: for those who came to it. */
  joinAll(heard: Heard, installation: Installation, team: Team): Promise<void>;
}

/** DESIGN: people, teams and flows come from a cache no older than 30 s. */
const KEPT_MS = 30_000;

export function createArrivals(parts: ArrivalsParts): Arrivals {
  const installed = new LRUCache<string, Installation>({ max: 1_000, ttl: KEPT_MS, perf: { now: parts.now } });
  const strangers = new LRUCache<string, true>({ max: 1_000, ttl: 10 * 60_000, perf: { now: parts.now } });

  async function installationOf(heard: Heard): Promise<Installation | undefined> {
    const { tenant } = heard;
    if (tenant === undefined || (parts.tenant !== undefined && tenant !== parts.tenant)) return undefined;
    const known = installed.get(tenant);
    // It may have joined another company meanwhile, by a code.
    if (known && (await parts.directories.of(known.company)).installations.has(known._id)) return known;
    const locale = localeOf(heard, parts.fallback);
    // Teams tells a bot no company's name.
    const name = heard.team?.name ?? "Microsoft Teams";
    const installation = await arriveInstallation(parts, { platform: "teams", tenant, name, ...locale });
    installed.set(tenant, installation);
    return installation;
  }

  return {
    installationOf,
    speakerOf: async (heard) => {
      // Bots and people of no directory have none; anonymous guests of meetings neither.
      if (heard.from.aadObjectId === undefined) return undefined;
      const installation = await installationOf(heard);
      if (!installation) return undefined;
      const key = `${installation._id}/${heard.from.id}`;
      if (strangers.has(key)) return undefined;
      const person = await arriveSpeaker(parts, installation, heard);
      if (!person) strangers.set(key, true);
      return person && { installation, person };
    },
    teamOf: async (heard, installation) => {
      const directory = await parts.directories.of(installation.company);
      const known = teamOfChannel(directory.teams.values(), installation._id, heard.spot.conversation);
      return arriveChannel(parts, installation, heard, known);
    },
    joinAll: (heard, installation, team) => joinAll(parts, installation, heard, team),
  };
}
