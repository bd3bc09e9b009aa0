import { arrivePerson } from "../../../people/arrive.ts";
import { arriveTeam, joinTeam } from "../../../people/arrive-team.ts";
import { isMember } from "../../../people/directory.ts";
import { type Installation, type Team, teams } from "../../../people/records.ts";
import { words } from "../../../text/text.ts";
import { localeOf } from "../receive/profile.ts";
import type { Heard } from "../receive/read-activity.ts";
import type { Member } from "../send/connector.ts";
import type { ArrivalsParts } from "./arrivals.ts";
import { accountsById, isStranger } from "./arrive-speaker.ts";

/**
 * The team of a channel or group chat. A new one gets its name and its people from Teams; of a known one the service URL is kept up to date, and from
 * where Luotsi was taken away it is back.
 */
export async function arriveChannel(
  parts: ArrivalsParts,
  installation: Installation,
  heard: Heard,
  known: Team | undefined,
): Promise<Team> {
  if (known) return keepReachable(parts, installation, heard, known);
  const { spot, serviceUrl } = heard;
  const locale = localeOf(heard, parts.fallback);
  const name = await nameOf(parts, installation, heard, locale.language);
  const arriving = { installation, channel: spot.conversation, name, serviceUrl, ...withinOf(heard), ...locale };
  const team = await arriveTeam(parts, arriving);
  await joinAll(parts, installation, heard, team);
  return team;
}

async function keepReachable(
  { store, directories }: ArrivalsParts,
  installation: Installation,
  heard: Heard,
  team: Team,
): Promise<Team> {
  const { spot, serviceUrl } = heard;
  const within = withinOf(heard);
  const here = (one: Team["channels"][number]) =>
    one.installation === installation._id && one.channel === spot.conversation;
  const isKnown = (one: Team["channels"][number]) =>
    one.serviceUrl === serviceUrl && one.removedAt === undefined && one.within === (within.within ?? one.within);
  if (team.channels.some((one) => here(one) && isKnown(one))) return team;
  const channels = team.channels.map((one) => {
    const { removedAt: _, ...kept } = one;
    return here(one) ? { ...kept, serviceUrl, ...within } : one;
  });
  const changed = await store.change(teams, team._id, { set: { channels } });
  directories.forget(team.company);
  return changed.kind === "missing" ? team : changed.document;
}

function withinOf({ spot, team }: Heard): { readonly within?: string } {
  return spot.kind === "channel" && team ? { within: team.id } : {};
}

/** A channel's name, a team's where it is General, a group chat's where its people gave it one. */
async function nameOf(
  { connector }: ArrivalsParts,
  installation: Installation,
  { spot, team, name, serviceUrl }: Heard,
  language: "fi" | "en",
): Promise<string> {
  if (spot.kind === "group" || !team) return name ?? words(language)("teams.groupChat");
  const names = await connector.teamNames({ serviceUrl, tenant: installation.tenant }, team.id);
  const teamName = names.name ?? team.name;
  return names.channels.get(spot.conversation) ?? name ?? teamName ?? words(language)("teams.groupChat");
}

/** Reads the roster and joins everyone of the company whom the team does not have yet. */
export async function joinAll(
  parts: ArrivalsParts,
  installation: Installation,
  heard: Heard,
  team: Team,
): Promise<void> {
  const { connector, directories } = parts;
  const { serviceUrl, spot } = heard;
  const { tenant, company } = installation;
  const members = (await connector.members({ serviceUrl, tenant, conversation: spot.conversation })).filter(
    (member) => !isStranger(member, tenant),
  );
  const directory = await directories.of(company);
  const known = accountsById(directory);
  const personOf = async (member: Member): Promise<string> => {
    const account = known.get(`${installation._id}/${member.id}`);
    if (account) return account.person;
    const { language, timeZone } = localeOf(heard, team);
    const arriving = { installation, user: member.id, name: member.name ?? "?", language, timeZone, serviceUrl };
    // Who speaks first becomes the admin, not who stands first in a roster.
    return (await arrivePerson(parts, { ...arriving, admin: false })).person._id;
  };
  const persons = await Promise.all(members.map(personOf));
  const joining = persons.filter((person) => !isMember(directory, team._id, person));
  if (joining.length > 0) await joinTeam(parts, team, joining);
}
