import type { Outcome } from "../../channels/channel.ts";
import { moveConversations } from "../../conversations/move-conversations.ts";
import type { Directory } from "../../people/directory.ts";
import { makeJoinCode } from "../../people/joining/join-code.ts";
import { joinCompany } from "../../people/joining/join-company.ts";
import { rounds } from "../../rounds/round.ts";
import { converse, sentence } from "../converse.ts";
import type { Turn } from "../turn.ts";
import { joinTeam } from "./join-team.ts";
import type { Joining } from "./read-joining.ts";

/** An admin brings platforms, channels or accounts together. Roles are read afresh. */
export async function joiningTurn(turn: Turn, joining: Joining): Promise<Outcome> {
  // Who joins a company has no role in it yet: the code is what entitles.
  if (joining.kind === "use-code") return useCode(turn, joining.code);
  const refusal = await onlyAdmin(turn);
  if (refusal !== undefined) return sentence(turn, refusal);
  switch (joining.kind) {
    case "make-code":
      return giveCode(turn);
    case "join-team":
      return joinTeam(turn, joining.name);
    case "join-people":
      return converse(turn, [{ kind: "join-people" }], { place: { kind: "private", person: turn.person._id } });
    default:
      return joining satisfies never;
  }
}

/** Undefined for an admin; for others the sentence that says whose business it is. */
export async function onlyAdmin(turn: Turn): Promise<string | undefined> {
  const { people } = await turn.ports.directories.fresh(turn.incoming.company);
  if (people.get(turn.person._id)?.roles.includes("admin")) return undefined;
  const admins = [...people.values()].filter(({ roles, leftAt }) => roles.includes("admin") && leftAt === undefined);
  return turn.say("joining.onlyAdmin", {
    names:
      admins
        .slice(0, 3)
        .map(({ name }) => name)
        .join(", ") || "?",
  });
}

async function giveCode(turn: Turn): Promise<Outcome> {
  const { ports, person, event } = turn;
  const code = await makeJoinCode(ports.store, { company: turn.incoming.company, by: person._id, now: event.now });
  const text = turn.say("joining.code", { code });
  return converse(turn, [{ kind: "sentence", text }], { place: { kind: "private", person: person._id } });
}

async function useCode(turn: Turn, code: string): Promise<Outcome> {
  const { ports, incoming, event, person } = turn;
  const installation = installationOf(turn);
  if (installation === undefined) return sentence(turn, turn.say("joining.codeInPrivate"));
  const joined = await joinCompany(ports, {
    installation,
    code,
    by: person._id,
    now: event.now,
    hasData: (directory) => hasRounds(turn, directory),
  });
  switch (joined.kind) {
    case "joined": {
      const { company, moved } = joined;
      await moveConversations(ports.store, [...moved.people.keys()], [...moved.teams.keys()], company);
      const { name } = (await ports.directories.fresh(company)).company;
      return sentence({ ...turn, incoming: { ...incoming, company } }, turn.say("joining.joined", { company: name }));
    }
    case "unknown-code":
      return sentence(turn, turn.say("joining.codeUnknown"));
    case "same-company":
      return sentence(turn, turn.say("joining.sameCompany"));
    case "has-data":
      return sentence(turn, turn.say("joining.hasData"));
    default:
      return joined satisfies never;
  }
}

/** The installation that the person writes from: in their private chat, when they have one account. */
function installationOf({ directory, person, incoming }: Turn): string | undefined {
  if (incoming.place.kind !== "private") return undefined;
  const own = directory.accounts.filter((account) => account.person === person._id);
  return own.length === 1 ? own[0]?.installation : undefined;
}

async function hasRounds({ ports }: Turn, directory: Directory): Promise<boolean> {
  for (const team of directory.teams.keys()) {
    const equals = { company: directory.company._id, team };
    if ((await ports.store.find(rounds, { name: "ofTeam", equals, limit: 1 })).length > 0) return true;
  }
  return false;
}
