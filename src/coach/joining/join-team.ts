import type { Outcome } from "../../channels/channel.ts";
import { joinTeam as joinMembers, leaveTeam } from "../../people/arrive-team.ts";
import { membersOf } from "../../people/directory.ts";
import { type Team, teams } from "../../people/records.ts";
import { rounds } from "../../rounds/round.ts";
import { converse, sentence } from "../converse.ts";
import type { Turn } from "../turn.ts";

/** The channel where this is said becomes another channel of that team, with its people: one team on two platforms. */
export async function joinTeam(turn: Turn, name: string): Promise<Outcome> {
  const { ports, incoming, directory } = turn;
  const { place } = incoming;
  if (place.kind === "private") return sentence(turn, turn.say("joining.teamInChannel"));
  const own = directory.teams.get(place.team);
  if (!own) return sentence(turn, turn.say("joining.teamInChannel"));
  const named = [...directory.teams.values()].filter((team) => sameName(team.name, name));
  const team = named.find(({ _id, channels }) => _id !== own._id && channels.length > 0);
  if (!team) return sentence(turn, teamUnknown(turn, name, own));
  const equals = { company: incoming.company, team: own._id };
  const all = await ports.store.find(rounds, { name: "ofTeam", equals });
  if (all.some(({ state }) => state !== "cancelled")) return sentence(turn, turn.say("joining.teamHasRounds"));
  const members = membersOf(directory, own._id).map(({ _id }) => _id);
  await ports.store.change(teams, team._id, { push: { channels: { values: own.channels } } });
  await ports.store.change(teams, own._id, { set: { channels: [] } });
  await joinMembers(ports, team, members);
  await leaveTeam(ports, own, members);
  const text = turn.say("joining.teamJoined", { team: team.name, count: members.length });
  // The channel where it was said is this team's now.
  return converse(turn, [{ kind: "sentence", text }], { place: { ...place, team: team._id } });
}

function sameName(one: string, other: string): boolean {
  const bare = (name: string) =>
    name
      .normalize("NFC")
      .toLowerCase()
      .replaceAll(/^[#\s]+|\s+$/gu, "");
  return bare(one) === bare(other);
}

function teamUnknown(turn: Turn, name: string, own: Team): string {
  const others = [...turn.directory.teams.values()].filter(
    ({ _id, channels }) => _id !== own._id && channels.length > 0,
  );
  return others.length === 0
    ? turn.say("joining.noOtherTeam")
    : turn.say("joining.teamUnknown", {
        name: name.slice(0, 40),
        teams: others
          .slice(0, 6)
          .map((team) => team.name.slice(0, 25))
          .join(", "),
      });
}
