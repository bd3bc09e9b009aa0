import { LRUCache } from "lru-cache";
import { z } from "zod";
import { accountsOf, type Directories, type Directory } from "../../../people/directory.ts";
import { type Account, accounts } from "../../../people/records.ts";
import type { Store } from "../../../store/store.ts";
import { PostFailed } from "../../channel.ts";
import type { Place } from "../../place.ts";
import { noteThread, threadOfRound } from "../../threads.ts";
import type { SlackApi } from "./slack-api.ts";

/** Where a place is on Slack. */
export interface Spot {
  readonly installation: string;
  readonly channel: string;
  /** The message under which a thread stands. */
  readonly root?: string;
}

export interface Reach {
  /** The installation on which a place is reached, with the directory that says so. Throws PostFailed where there is none. */
  home(company: string, place: Place): Promise<{ readonly directory: Directory; readonly installation: string }>;
  /** A person's user id on an installation. */
  userOf(directory: Directory, installation: string, person: string): string | undefined;
  /** Opens the private chat where it has never been. Throws PostFailed. */
  spot(company: string, place: Place): Promise<Spot>;
  /** Notes that a round's thread begins under this message. */
  begins(company: string, round: string, spot: Spot, root: string): Promise<void>;
}

export interface ReachParts {
  readonly store: Store;
  readonly directories: Directories;
  readonly api: Pick<SlackApi, "call">;
}

const KEPT = 20_000;
/** The round's card is perhaps under way. */
const CARD_SECONDS = 2;
const NOWHERE_SECONDS = 300;

const openedSchema = z.object({ channel: z.object({ id: z.string() }) });

export function createReach({ store, directories, api }: ReachParts): Reach {
  /** Account → private conversation, and installation and round → root: they do not change, and directories are up to 30 s old. */
  const conversations = new LRUCache<string, string>({ max: KEPT });
  const roots = new LRUCache<string, { readonly channel: string; readonly root: string }>({ max: KEPT });

  async function home(company: string, place: Place) {
    const directory = await directories.of(company);
    const among =
      place.kind === "private"
        ? accountsOf(directory, place.person).filter(({ blockedAt }) => blockedAt === undefined)
        : (directory.teams.get(place.team)?.channels ?? []);
    const found = among.find(({ installation }) => isOnSlack(directory, installation));
    if (!found)
      throw new PostFailed(`${company}: there is no way on Slack to ${place.kind} ${idOf(place)}`, {
        retryAfterSeconds: NOWHERE_SECONDS,
      });
    return { directory, installation: found.installation };
  }

  async function conversationWith(account: Account): Promise<string> {
    const known = account.conversation ?? conversations.get(account._id);
    if (known !== undefined) return known;
    const answer = await api.call(account.installation, "conversations.open", { users: account.user });
    const opened = openedSchema.safeParse(answer);
    if (!opened.success)
      throw new PostFailed(`${account._id}: Slack opened no private chat`, { retryAfterSeconds: 60 });
    const { id } = opened.data.channel;
    conversations.set(account._id, id);
    await store.change(accounts, account._id, { set: { conversation: id } });
    return id;
  }

  async function threadOf(company: string, round: string, installation: string) {
    const key = `${installation} ${round}`;
    const known = roots.get(key);
    if (known) return known;
    const thread = await threadOfRound(store, company, round, installation);
    if (thread) roots.set(key, thread);
    return thread;
  }

  async function spot(company: string, place: Place): Promise<Spot> {
    const { directory, installation } = await home(company, place);
    switch (place.kind) {
      case "private": {
        const account = accountsOf(directory, place.person).find((one) => one.installation === installation);
        if (!account) throw new PostFailed(`${place.person} has no account on ${installation}`, { hopeless: true });
        return { installation, channel: await conversationWith(account) };
      }
      case "channel": {
        const channel = directory.teams.get(place.team)?.channels.find((one) => one.installation === installation);
        if (!channel) throw new PostFailed(`${place.team} has no channel on ${installation}`, { hopeless: true });
        return { installation, channel: channel.channel };
      }
      case "thread": {
        const thread = await threadOf(company, place.round, installation);
        if (!thread)
          throw new PostFailed(`${installation}: round ${place.round} has no thread yet`, {
            retryAfterSeconds: CARD_SECONDS,
            waiting: true,
          });
        return { installation, channel: thread.channel, root: thread.root };
      }
      default:
        return place satisfies never;
    }
  }

  return {
    home,
    spot,
    userOf: (directory, installation, person) =>
      accountsOf(directory, person).find((account) => account.installation === installation)?.user,
    begins: async (company, round, { installation, channel }, root) => {
      roots.set(`${installation} ${round}`, { channel, root });
      await noteThread(store, { company, installation, channel, root, round });
    },
  };
}

function isOnSlack(directory: Directory, id: string): boolean {
  const installation = directory.installations.get(id);
  return installation?.platform === "slack" && installation.removedAt === undefined;
}

function idOf(place: Place): string {
  return place.kind === "private" ? place.person : place.team;
}
