import { removeChannel } from "../../../people/arrive-team.ts";
import { accountsOf, type Directories, type Directory } from "../../../people/directory.ts";
import { type Account, accounts, type Installation, type Team } from "../../../people/records.ts";
import type { Store } from "../../../store/store.ts";
import { PostFailed } from "../../channel.ts";
import type { Place } from "../../place.ts";
import { threadOfRound } from "../../threads.ts";
import { Unwelcome } from "../errors.ts";
import { isGroupChat } from "../place-of.ts";
import type { Address, Connector } from "./connector.ts";

/** The worldwide service URL, for the few of whom no activity has told their own yet (Teams, "Send proactive messages"). */
const WORLDWIDE = "https://smba.trafficmanager.net/teams";

/** A place as Teams knows it. */
export interface Reached {
  readonly address: Address;
  readonly installation: Installation;
  /** Whether the message stands there under which this belongs: a round's card. */
  readonly isCardThere?: boolean;
  /** Set in a private chat: who is blocked when Teams says so. */
  readonly account?: Account;
  /** Set elsewhere: the team whose channel it is. */
  readonly team?: Team;
}

export interface AddressParts {
  readonly store: Store;
  readonly directories: Directories;
  readonly connector: Connector;
  readonly now: () => number;
}

/** Where a place is in Teams, behind the service URL at which it was met; a private chat is opened where there is none. Throws PostFailed. */
export async function addressOf(parts: AddressParts, company: string, place: Place): Promise<Reached> {
  const directory = await parts.directories.of(company);
  return place.kind === "private" ? privateChat(parts, directory, place.person) : inTeam(parts, directory, place);
}

async function privateChat(parts: AddressParts, directory: Directory, person: string): Promise<Reached> {
  const account = accountsOf(directory, person).find(({ installation }) => isTeams(directory, installation));
  const installation = account && directory.installations.get(account.installation);
  if (!account || !installation) throw new PostFailed(`Person ${person} has no account on Teams`, { hopeless: true });
  if (account.blockedAt !== undefined)
    throw new Unwelcome(`Person ${person} wants nothing from Luotsi until they write themselves`, { hopeless: true });
  const service = { serviceUrl: account.serviceUrl ?? WORLDWIDE, tenant: installation.tenant };
  const { conversation } = account;
  if (conversation !== undefined) return { address: { ...service, conversation }, installation, account };
  const opened = await unlessUnwelcome(parts, { account, installation }, () =>
    parts.connector.openChat(service, account.user),
  );
  await parts.store.change(accounts, account._id, { set: { conversation: opened } });
  parts.directories.forget(account.company);
  return { address: { ...service, conversation: opened }, installation, account };
}

async function inTeam(
  { store }: AddressParts,
  directory: Directory,
  place: Exclude<Place, { kind: "private" }>,
): Promise<Reached> {
  const team = directory.teams.get(place.team);
  const channel = team?.channels.find((one) => isTeams(directory, one.installation));
  const installation = channel && directory.installations.get(channel.installation);
  if (!team || !channel || !installation)
    throw new PostFailed(`Team ${place.team} has no channel on Teams`, { hopeless: true });
  if (channel.removedAt !== undefined)
    throw new Unwelcome(`Luotsi was taken from the channel of ${place.team} until it is added again`, {
      hopeless: true,
    });
  const service = { serviceUrl: channel.serviceUrl ?? WORLDWIDE, tenant: installation.tenant };
  if (place.kind === "channel") return { address: { ...service, conversation: channel.channel }, installation, team };
  const thread = await threadOfRound(store, directory.company._id, place.round, installation._id);
  const inThread = thread && !isGroupChat(channel.channel) ? `${thread.channel};messageid=${thread.root}` : undefined;
  const address = { ...service, conversation: inThread ?? channel.channel };
  return { address, installation, team, isCardThere: thread !== undefined };
}

function isTeams({ installations }: Directory, id: string): boolean {
  const installation = installations.get(id);
  return installation?.platform === "teams" && installation.removedAt === undefined;
}

/** Notes who wants nothing more, and where nobody does, so that nobody knocks there again. */
export async function unlessUnwelcome<T>(
  parts: Pick<AddressParts, "store" | "directories" | "now">,
  { account, team, installation }: Pick<Reached, "account" | "team" | "installation">,
  send: () => Promise<T>,
): Promise<T> {
  const { store, directories, now } = parts;
  try {
    return await send();
  } catch (error) {
    const gone = team?.channels.find((one) => one.installation === installation._id);
    if (error instanceof Unwelcome && team && gone) await removeChannel(parts, team, gone, now());
    if (error instanceof Unwelcome && account) {
      await store.change(accounts, account._id, { set: { blockedAt: now() } });
      directories.forget(account.company);
    }
    throw error;
  }
}
