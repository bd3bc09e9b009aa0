import type { Outcome } from "../../../channels/channel.ts";
import { isMember, teamsOf } from "../../../people/directory.ts";
import { type Team, teams } from "../../../people/records.ts";
import { rounds } from "../../../rounds/round.ts";
import type { Json } from "../../../store/store.ts";
import { converse } from "../../converse.ts";
import { many, one } from "../../form-values.ts";
import type { Tap, Turn } from "../../turn.ts";
import { teamMeant } from "../closed-weeks/closed-weeks-turn.ts";
import { isRole, mayChangeTeam } from "./may-change-team.ts";
import type { TeamButton } from "./team-actions.ts";
import { readersToChoose, teamForm } from "./team-form.ts";

/** "tiimin asetukset": any member may see them. */
export async function teamSettingsTurn(turn: Turn, named?: string): Promise<Outcome> {
  const { directory, person } = turn;
  const place = { kind: "private", person: person._id } as const;
  const team = named ?? teamMeant(turn);
  if (team !== undefined) {
    const sees = isMember(directory, team, person._id) || isRole(directory, person._id, "admin");
    return sees
      ? converse(turn, [{ kind: "team-settings", team }], { place })
      : converse(turn, [{ kind: "sentence", text: turn.say("turn.notYourTeam") }], { place });
  }
  const own = teamsOf(directory, person._id).map(({ _id }) => _id);
  return own.length === 0
    ? converse(turn, [{ kind: "sentence", text: turn.say("turn.noTeam") }], { place })
    : converse(turn, [{ kind: "which-team", teams: own }], { place });
}

export async function teamTap(turn: Tap, button: TeamButton): Promise<Outcome> {
  if (button.kind === "team-settings") return teamSettingsTurn(turn, button.team);
  const refused = await mayChangeTeam(turn, button.team);
  const directory = await turn.ports.directories.of(turn.incoming.company);
  const team = directory.teams.get(button.team);
  if (refused !== undefined || !team) return { kind: "taken", notice: refused ?? turn.say("turn.notYourTeam") };
  const me = turn.person._id;
  const namesReaders = isRole(directory, me, "admin") || isRole(directory, me, "manager");
  if (button.kind === "team-form")
    return { kind: "form", form: teamForm({ team, directory }, { language: turn.person.language, namesReaders }) };
  return save(turn, team, { namesReaders });
}

async function save(turn: Tap, team: Team, { namesReaders }: { readonly namesReaders: boolean }): Promise<Outcome> {
  const { ports, incoming, directory, say } = turn;
  const values = incoming.values ?? {};
  const set: { [field: string]: Json } = {};
  const first = team.channels[Number(one(values.channel) || "0")];
  if (first && first !== team.channels[0]) {
    const equals = { company: incoming.company, team: team._id };
    const held = await ports.store.find(rounds, { name: "ofTeam", equals });
    // What stands in a channel is drawn anew there as long as its round goes on.
    if (held.some(({ state }) => state === "open" || state === "talking"))
      return { kind: "mistakes", mistakes: { channel: say("admin.team.roundOpen") } };
    set.channels = [first, ...team.channels.filter((other) => other !== first)].map((channel) => ({ ...channel }));
  }
  if (namesReaders) {
    const known = readersToChoose(team, directory).map(({ _id }) => _id);
    set.digestReaders = many(values.readers).filter((person) => known.includes(person));
  }
  if (Object.keys(set).length > 0) {
    await ports.store.change(teams, team._id, { set });
    ports.directories.forget(incoming.company);
  }
  return { kind: "taken", notice: say("admin.saved") };
}
