import { leaveTeam, removeChannel } from "../../../../people/arrive-team.ts";
import { accountOf, membersOf } from "../../../../people/directory.ts";
import type { Installation, Person, Team } from "../../../../people/records.ts";
import { words } from "../../../../text/text.ts";
import type { ToldOf } from "../read/told.ts";
import { type Answer, baseOf, doerOf, type Taking } from "./taking.ts";

/** Someone opened their private chat with Luotsi, or its Home. */
export async function takeOpened(parts: Taking, told: ToldOf<"opened">): Promise<Answer> {
  const doer = await doerOf(parts, told);
  if (!doer) return undefined;
  const place = { kind: "private", person: doer.person._id } as const;
  await parts.receiver.receive({ ...baseOf(doer, told), place, kind: "opened", ...(told.home ? { home: true } : {}) });
  return undefined;
}

/** Someone came to a channel: Luotsi itself, and with it the channel becomes a team's; or somebody else, to a team. */
export async function takeCame(parts: Taking, told: ToldOf<"came">): Promise<Answer> {
  if (told.bot) return luotsiCame(parts, told);
  const installation = await parts.workspaces.of(told.tenant);
  const team = installation && (await parts.channels.team(installation, told.channel));
  if (!team) return undefined;
  const doer = await doerOf(parts, told);
  if (!doer) return undefined;
  await parts.channels.admit(team, doer.person);
  await parts.receiver.receive({ ...baseOf(doer, told), place: { kind: "channel", team: team._id }, kind: "joined" });
  return undefined;
}

/** The hello comes at once; who else is in the channel is looked up afterwards, which may take a while. */
async function luotsiCame(parts: Taking, told: ToldOf<"came">): Promise<Answer> {
  const installation = await parts.workspaces.of(told.tenant);
  const team = installation && (await parts.channels.arrive(installation, told.channel, { sure: true }));
  if (!installation || !team) return undefined;
  const inviter = told.inviter === undefined ? undefined : await parts.who.person(installation, told.inviter);
  if (inviter) await parts.channels.admit(team, inviter);
  else await parts.channels.catchUp(installation, team, told.channel);
  const person = inviter ?? (await someoneOf(parts, team));
  if (!person) return undefined;
  const doer = { installation, user: told.user, person, say: words(person.language) };
  const place = { kind: "channel", team: team._id } as const;
  const by = inviter ? {} : ({ byUnknown: true } as const);
  await parts.receiver.receive({ ...baseOf(doer, told), place, kind: "added", ...by });
  if (inviter) parts.after(() => parts.channels.catchUp(installation, team, told.channel));
  return undefined;
}

async function someoneOf({ directories }: Taking, team: Team): Promise<Person | undefined> {
  return membersOf(await directories.of(team.company), team._id)[0];
}

/** Someone left a channel: what they answered stays. Luotsi itself was taken from it: nothing is sent there any more. */
export async function takeLeft(parts: Taking, told: ToldOf<"left">): Promise<Answer> {
  const installation = await parts.workspaces.of(told.tenant);
  const team = installation && (await parts.channels.team(installation, told.channel));
  if (told.bot) {
    if (team) await removeChannel(parts, team, { installation: installation._id, channel: told.channel }, told.at);
    return undefined;
  }
  const person = installation && (await knownPerson(parts, installation, told.user));
  if (team && person) await leaveTeam(parts, team, [person._id]);
  return undefined;
}

/** The person of a user, if Luotsi has met them. */
export async function knownPerson(
  { directories }: Taking,
  installation: Installation,
  user: string,
): Promise<Person | undefined> {
  const directory = await directories.of(installation.company);
  const account = accountOf(directory, `${installation._id}/${user}`);
  return account && directory.people.get(account.person);
}
