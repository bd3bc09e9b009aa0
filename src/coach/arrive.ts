import type { Outcome } from "../channels/channel.ts";
import type { Incoming } from "../channels/incoming.ts";
import { placeKey } from "../channels/place.ts";
import { conversations } from "../conversations/conversation.ts";
import { teamsOf } from "../people/directory.ts";
import { actionsOf } from "../plan/find-actions.ts";
import { proposedOf } from "../plan/owners.ts";
import type { Response } from "../rounds/response.ts";
import { type Round, rounds } from "../rounds/round.ts";
import { conversationState } from "./answering/conversation-state.ts";
import { openResponses } from "./answering/open-responses.ts";
import { resume } from "./commands/command-turn.ts";
import { converse } from "./converse.ts";
import { openHome } from "./home/home-turn.ts";
import type { Tell } from "./tell.ts";
import type { Turn } from "./turn.ts";

/** Who comes back after this long is told where they were. */
const A_WHILE_MS = 12 * 60 * 60 * 1000;

/**
 * Someone opened their private chat. The first time they are told what Luotsi is; a newcomer to a team hears once where it is going; who left a
 * question waiting long ago finds it again. Told as often as the platform likes, said once.
 */
export async function opened(turn: Turn<Extract<Incoming, { kind: "opened" }>>): Promise<Outcome> {
  if (turn.incoming.home) return openHome(turn);
  const place = { kind: "private", person: turn.person._id } as const;
  const conversation = await turn.ports.store.get(conversations, placeKey(place));
  const open = await openResponses(turn);
  if (conversation?.told.hello === undefined) {
    const once = { ...turn, event: { ...turn.event, id: `hello:${turn.person._id}` } };
    // Who answers or leads already has met the coach: a greeting below their question would only be in the way.
    if (open.length > 0 || (await leadsRound(turn)) || (await somethingWaits(turn, open)))
      return converse(once, [], { place, once: "hello" });
    const news = await teamsWithNews(turn);
    return converse(once, [{ kind: "hello" }, ...news.map(whereItIs)], {
      place,
      once: "hello",
      along: news.map(whereKey),
    });
  }
  const focus = open.find(({ finishedAt }) => finishedAt === null);
  if (focus?.asked && turn.event.now - focus.touchedAt > A_WHILE_MS) {
    const state = await conversationState(turn, focus);
    if (state) return resume(turn, state, false);
  }
  // What waits for them stays the last thing that they see; the news are told another time.
  if (await somethingWaits(turn, open)) return { kind: "taken" };
  for (const team of await teamsWithNews(turn)) {
    const once = whereKey(team);
    if (conversation.told[once] === undefined)
      return converse({ ...turn, event: { ...turn.event, id: `${once}:${turn.person._id}` } }, [whereItIs(team)], {
        place,
        once,
      });
  }
  return { kind: "taken" };
}

/** Someone joined a channel, and with it a team. */
export function joined(turn: Turn): Promise<Outcome> {
  turn.ports.directories.forget(turn.incoming.company);
  return Promise.resolve({ kind: "taken" });
}

/** Luotsi came to a channel: one hello that says who asked for it, where that is known, what it will post and when. */
export function added(turn: Turn<Extract<Incoming, { kind: "added" }>>): Promise<Outcome> {
  turn.ports.directories.forget(turn.incoming.company);
  if (turn.incoming.place.kind !== "channel") return Promise.resolve({ kind: "taken" });
  const once = { ...turn, event: { ...turn.event, id: `hello:${turn.incoming.place.team}` } };
  const by = turn.incoming.byUnknown ? {} : { by: turn.person._id };
  return converse(once, [{ kind: "hello-channel", ...by }], { once: "hello" });
}

function whereItIs(team: string): Tell {
  return { kind: "where-we-are", team, newcomer: true };
}

function whereKey(team: string): string {
  return `where:${team}`;
}

/** A question that stands there, or an action that is proposed to them and not answered yet. */
async function somethingWaits({ ports, incoming, person }: Turn, open: readonly Response[]): Promise<boolean> {
  if (open.some(({ asked, finishedAt }) => asked !== null && finishedAt === null)) return true;
  const own = await actionsOf(ports.store, { company: incoming.company, person: person._id });
  return own.some((action) => proposedOf(action).includes(person._id));
}

async function leadsRound(turn: Turn): Promise<boolean> {
  const led = (await roundsOfTeams(turn)).flat();
  return led.some(
    ({ facilitator, state }) => facilitator === turn.person._id && (state === "open" || state === "talking"),
  );
}

/** The person's teams that have agreed on something, all of it without them: who was in a round knows where it led. */
async function teamsWithNews(turn: Turn): Promise<readonly string[]> {
  const { _id: person } = turn.person;
  const byTeam = await roundsOfTeams(turn);
  return byTeam
    .filter((all) => !all.some(({ invited, facilitator }) => facilitator === person || invited.includes(person)))
    .flatMap(
      (all) => all.find(({ state, agreed }) => state === "agreed" && Object.keys(agreed).length > 0)?.team ?? [],
    );
}

/** The rounds of each of the person's teams. */
function roundsOfTeams({ ports, incoming, directory, person }: Turn): Promise<readonly (readonly Round[])[]> {
  return Promise.all(
    teamsOf(directory, person._id).map(({ _id: team }) =>
      ports.store.find(rounds, { name: "ofTeam", equals: { company: incoming.company, team } }),
    ),
  );
}
