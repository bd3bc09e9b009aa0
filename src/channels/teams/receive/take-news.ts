import { leaveTeam, removeChannel, teamOfChannel } from "../../../people/arrive-team.ts";
import { type Directory, membersOf } from "../../../people/directory.ts";
import { accounts, type Installation, type Team, teams } from "../../../people/records.ts";
import type { Speaker } from "../arrivals/arrivals.ts";
import { accountsById } from "../arrivals/arrive-speaker.ts";
import type { Heard, TeamsActivity } from "./read-activity.ts";
import { type Answer, incomingBase, type ReceiveParts, TAKEN } from "./receive-parts.ts";

type News = Extract<TeamsActivity, { kind: "installed" | "uninstalled" | "came" | "left" | "renamed" }>;

/** Luotsi was put somewhere or taken away, people came and went, a channel got another name. All of it can be told twice. */
export async function takeNews(parts: ReceiveParts, heard: News): Promise<Answer> {
  switch (heard.kind) {
    case "installed":
      await installed(parts, heard);
      return TAKEN;
    case "uninstalled":
      await uninstalled(parts, heard);
      return TAKEN;
    case "came":
    case "left":
      await cameOrLeft(parts, heard);
      return TAKEN;
    case "renamed":
      await renamed(parts, heard);
      return TAKEN;
    default:
      return heard satisfies never;
  }
}

/** In the private chat a first word, in a channel or group chat one hello: the coach says each only once, however often it is told. */
async function installed(parts: ReceiveParts, heard: News): Promise<void> {
  const { arrivals, directories, receiver, log } = parts;
  // Before the roster is read, so that who brought Luotsi to the company is its first person.
  const speaker = await arrivals.speakerOf(heard);
  if (heard.spot.kind === "personal") {
    if (!speaker) return;
    const place = { kind: "private", person: speaker.person._id } as const;
    await receiver.receive({ ...incomingBase(parts, speaker, heard, place), kind: "opened" });
    return;
  }
  const installation = speaker?.installation ?? (await arrivals.installationOf(heard));
  if (!installation) return;
  const team = await arrivals.teamOf(heard, installation);
  await arrivals.joinAll(heard, installation, team);
  const person = speaker?.person ?? membersOf(await directories.of(installation.company), team._id)[0];
  if (!person) {
    log.warn({ company: installation.company, team: team._id }, "Luotsi was added where nobody of the company is");
    return;
  }
  const adding: Speaker = { installation, person };
  const place = { kind: "channel", team: team._id } as const;
  const by = speaker ? {} : ({ byUnknown: true } as const);
  await receiver.receive({ ...incomingBase(parts, adding, heard, place), kind: "added", ...by });
}

/**
 * Luotsi was taken away: nothing more to that person until they write, to that chat, channel, or any channel of that Microsoft team until Luotsi is
 * spoken to there or added again. Teams tells no bot that its whole tenant is rid of it: each place is told of by itself, or refuses what is sent there.
 */
async function uninstalled(parts: ReceiveParts, heard: Heard): Promise<void> {
  const installation = await parts.arrivals.installationOf(heard);
  if (!installation) return;
  const { store, directories, now } = parts;
  const blockedAt = heard.at === 0 ? now() : heard.at;
  const { spot, team: within } = heard;
  if (spot.kind !== "personal") {
    const all = channelsOf(await directories.fresh(installation.company), installation._id);
    const gone = all.filter(({ channel, part }) => channel === spot.conversation || (within && part === within.id));
    for (const { team, channel } of gone)
      await removeChannel(parts, team, { installation: installation._id, channel }, blockedAt);
    return;
  }
  await store.change(accounts, `${installation._id}/${heard.from.id}`, { set: { blockedAt } });
  directories.forget(installation.company);
}

async function cameOrLeft(parts: ReceiveParts, heard: Extract<News, { kind: "came" | "left" }>): Promise<void> {
  const { arrivals, directories, store, receiver } = parts;
  const installation = await arrivals.installationOf(heard);
  if (!installation) return;
  const concerned = await teamsConcerned(parts, installation, heard);
  for (const { team, channel } of concerned) {
    const spot = { ...heard.spot, conversation: channel };
    if (heard.kind === "came") await arrivals.joinAll({ ...heard, spot }, installation, team);
    const known = accountsById(await directories.of(installation.company));
    const persons = heard.members.flatMap(({ id }) => known.get(`${installation._id}/${id}`)?.person ?? []);
    if (heard.kind === "left") {
      await leaveTeam({ store, directories }, team, persons);
      continue;
    }
    for (const person of persons) {
      const place = { kind: "channel", team: team._id } as const;
      const at = heard.at === 0 ? parts.now() : heard.at;
      const eventId = `${heard.eventId}:${team._id}:${person}`.slice(0, 200);
      await receiver.receive({ eventId, company: installation.company, person, at, place, kind: "joined" });
    }
  }
}

interface Concerned {
  readonly team: Team;
  readonly channel: string;
  /** The Microsoft team that it is part of, where that is known. */
  readonly part: string | undefined;
}

/** Comings and goings are told once for a Microsoft team, in its General channel; they concern each of its channels where Luotsi is known. */
async function teamsConcerned(
  { directories, connector }: ReceiveParts,
  installation: Installation,
  heard: Heard,
): Promise<readonly Concerned[]> {
  const directory = await directories.of(installation.company);
  const own = channelsOf(directory, installation._id);
  if (own.length === 0) return [];
  const here = new Set([heard.spot.conversation]);
  if (heard.team) {
    const { serviceUrl } = heard;
    const { channels } = await connector.teamNames({ serviceUrl, tenant: installation.tenant }, heard.team.id);
    for (const channel of channels.keys()) here.add(channel);
  }
  return own.filter(({ channel }) => here.has(channel));
}

function channelsOf(directory: Directory, installation: string): readonly Concerned[] {
  return [...directory.teams.values()].flatMap((team) =>
    team.channels
      .filter((one) => one.installation === installation)
      .map(({ channel, within: part }) => ({ team, channel, part })),
  );
}

async function renamed(parts: ReceiveParts, heard: Extract<News, { kind: "renamed" }>): Promise<void> {
  const installation = await parts.arrivals.installationOf(heard);
  if (!installation) return;
  const directory = await parts.directories.of(installation.company);
  const team = teamOfChannel(directory.teams.values(), installation._id, heard.channel);
  if (!team || team.name === heard.to) return;
  await parts.store.change(teams, team._id, { set: { name: heard.to } });
  parts.directories.forget(installation.company);
}
