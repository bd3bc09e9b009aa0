import { z } from "zod";
import { arriveTeam, joinTeam, leaveTeam, teamOfChannel } from "../../../../people/arrive-team.ts";
import { isMember, membersOf } from "../../../../people/directory.ts";
import { type Installation, type Person, type Team, teams } from "../../../../people/records.ts";
import { PostFailed } from "../../../channel.ts";
import type { Receiving } from "../receiving.ts";
import type { Who } from "./who.ts";

const channelSchema = z.object({
  channel: z.object({
    name: z.string().optional(),
    is_im: z.boolean().optional(),
    is_mpim: z.boolean().optional(),
    is_member: z.boolean().optional(),
  }),
});
const membersSchema = z.object({
  members: z.array(z.string()),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** Members of a channel that one call gives; Slack advises no more than 200 (docs.slack.dev: "Pagination"). */
const PAGE = 200;

/** Slack's channels as teams. */
export interface ChannelPeople {
  /** The team of a channel that Luotsi knows and was not taken from. */
  team(installation: Installation, channel: string): Promise<Team | undefined>;
  /** The team of a channel, made when it is new; undefined where Luotsi is not in the channel. `sure`: Slack has just said that it is. */
  arrive(installation: Installation, channel: string, options?: { readonly sure?: boolean }): Promise<Team | undefined>;
  /** Sees to it that a person who is in the channel is in its team. */
  admit(team: Team, person: Person): Promise<void>;
  /** Brings the team's people to what the channel's are: who came and who went while nobody told Luotsi. */
  catchUp(installation: Installation, team: Team, channel: string): Promise<void>;
  /** The same for all channels of an installation, once in the life of this process, beside everything else. */
  catchUpOnce(installation: Installation): void;
  rename(installation: Installation, channel: string, name: string): Promise<void>;
}

export function createChannelPeople(parts: Receiving, who: Who): ChannelPeople {
  const { store, directories, api } = parts;
  const caughtUp = new Set<string>();

  const team = async (installation: Installation, channel: string): Promise<Team | undefined> => {
    const directory = await directories.of(installation.company);
    const known = teamOfChannel(directory.teams.values(), installation._id, channel);
    return known && isIn(known, installation, channel) ? known : undefined;
  };

  const usersIn = async (installation: Installation, channel: string): Promise<readonly string[]> => {
    const all: string[] = [];
    let cursor = "";
    do {
      const args = { channel, limit: PAGE, ...(cursor === "" ? {} : { cursor }) };
      const page = membersSchema.parse(await api.call(installation._id, "conversations.members", args));
      all.push(...page.members);
      cursor = page.response_metadata?.next_cursor ?? "";
    } while (cursor !== "");
    return all;
  };

  const isThere = async (installation: Installation, channel: string): Promise<boolean> => {
    const bot = await parts.installations.botOf(installation._id);
    return bot !== undefined && (await usersIn(installation, channel)).includes(bot.botUser);
  };

  const catchUp: ChannelPeople["catchUp"] = async (installation, into, channel) => {
    const users = await usersIn(installation, channel);
    const bot = await parts.installations.botOf(installation._id);
    // Where Luotsi is not, it does not know who is.
    if (bot === undefined || !users.includes(bot.botUser)) return;
    const others = users.filter((user) => user !== bot.botUser);
    const persons = await who.persons(installation, others);
    const here = new Set(persons.map(({ _id }) => _id));
    const directory = await directories.of(into.company);
    const before = membersOf(directory, into._id).map(({ _id }) => _id);
    const came = [...here].filter((id) => !before.includes(id));
    // A team that has channels on other platforms has people of their own there.
    const gone = into.channels.length > 1 ? [] : before.filter((id) => !here.has(id));
    if (came.length > 0) await joinTeam(parts, into, came);
    if (gone.length > 0) await leaveTeam(parts, into, gone);
  };

  return {
    team,
    arrive: async (installation, channel, { sure = false } = {}) => {
      const known = await team(installation, channel);
      if (known) return known;
      const info = channelSchema.parse(await api.call(installation._id, "conversations.info", { channel })).channel;
      if (info.is_im || info.is_mpim || info.is_member === false) return undefined;
      if (!sure && !(await isThere(installation, channel))) return undefined;
      const { company } = await directories.of(installation.company);
      const { language, timeZone } = company;
      return arriveTeam(parts, { installation, channel, name: info.name ?? channel, language, timeZone });
    },
    admit: async (into, person) => {
      const directory = await directories.of(into.company);
      if (!isMember(directory, into._id, person._id)) await joinTeam(parts, into, [person._id]);
    },
    catchUp,
    catchUpOnce: (installation) => {
      if (caughtUp.has(installation._id) || !parts.settled()) return;
      caughtUp.add(installation._id);
      parts.after(async () => {
        const directory = await directories.of(installation.company);
        for (const one of directory.teams.values())
          for (const { installation: id, channel } of one.channels)
            if (id === installation._id) await catchUpOrTell(parts, () => catchUp(installation, one, channel));
      });
    },
    rename: async (installation, channel, name) => {
      const known = await team(installation, channel);
      if (!known || known.name === name || known.channels.length > 1) return;
      await store.change(teams, known._id, { set: { name } });
      directories.forget(known.company);
    },
  };
}

function isIn({ channels }: Team, { _id }: Installation, channel: string): boolean {
  return channels.some((one) => one.installation === _id && one.channel === channel && one.removedAt === undefined);
}

/** A channel that cannot be looked into now is no reason not to look into the next. */
async function catchUpOrTell({ log }: Receiving, catchUp: () => Promise<void>): Promise<void> {
  try {
    await catchUp();
  } catch (error) {
    if (!(error instanceof PostFailed)) throw error;
    log.warn(
      { err: error },
      "who is in a channel could not be looked up; who does something there is known all the same",
    );
  }
}
