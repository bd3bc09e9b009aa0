import { closureBehind, nextOpenDay } from "../../calendar/closed-days.ts";
import { addDays, isoDateIn } from "../../calendar/iso-date.ts";
import { momentAt } from "../../calendar/moment.ts";
import { weekOf } from "../../calendar/week.ts";
import { placeKey } from "../../channels/place.ts";
import { conversations } from "../../conversations/conversation.ts";
import type { Directory } from "../../people/directory.ts";
import type { Person, Team } from "../../people/records.ts";
import type { PlanAction } from "../../plan/action.ts";
import { closedSince, openActions } from "../../plan/find-actions.ts";
import { takersOf } from "../../plan/owners.ts";
import { type Round, rounds } from "../../rounds/round.ts";
import { flowOf } from "../load-scene.ts";
import type { CoachPorts } from "../ports.ts";
import { digestTeams } from "./digest-teams.ts";
import { type HasHadForAWeek, hasHadForAWeek } from "./has-had-for-a-week.ts";
import { byUrgency, type Need, needOfAction, needOfRound, seenOf } from "./needs.ts";

type Sources = Pick<CoachPorts, "store" | "flows">;

/** What of some teams a manager is told. */
export interface Digest {
  readonly teams: readonly Team[];
  /** What got done since the last one: actions, and how many rounds came to their result. Of teams, never of people. */
  readonly done: readonly PlanAction[];
  readonly rounds: number;
  /** The most urgent first. */
  readonly needs: readonly Need[];
}

interface Wanted {
  readonly now: number;
  /** Whose digest it is; undefined: what any manager of these teams would see. */
  readonly reader?: string;
}

/** Under this key a manager's conversation notes that a round is let be. */
export function leftKey(round: string): string {
  return `digest-left:${round}`;
}

/** A person's digest as it stands now; undefined for who reads none. */
export async function digestFor(
  sources: Sources,
  directory: Directory,
  { now, reader }: Required<Wanted>,
): Promise<Digest | undefined> {
  const teams = digestTeams(directory, reader);
  if (teams.length === 0) return undefined;
  const digest = await readDigest(sources, directory, teams, { now, reader });
  const own = await sources.store.get(conversations, placeKey({ kind: "private", person: reader }));
  return {
    ...digest,
    needs: digest.needs.filter((need) => !("round" in need) || own?.told[leftKey(need.round._id)] === undefined),
  };
}

/** The digest of these teams. */
export async function readDigest(
  sources: Sources,
  directory: Directory,
  teams: readonly Team[],
  wanted: Wanted,
): Promise<Digest> {
  const hasHad = hasHadForAWeek(sources.store, directory, wanted.now);
  const all = await Promise.all(teams.map((team) => ofTeam(sources, directory, team, { ...wanted, hasHad })));
  return {
    teams,
    done: all.flatMap(({ done }) => done),
    rounds: all.reduce((sum, one) => sum + one.rounds, 0),
    needs: byUrgency(all.flatMap(({ needs }) => needs)),
  };
}

async function ofTeam(
  { store, flows }: Sources,
  directory: Directory,
  { _id: team, timeZone }: Team,
  { now, reader, hasHad }: Wanted & { readonly hasHad: HasHadForAWeek },
): Promise<Omit<Digest, "teams">> {
  const company = directory.company._id;
  const seeing = { ...seenOf(directory, team, now), ...(reader === undefined ? {} : { reader }) };
  const since = lastTime(now, timeZone, seeing.isClosed);
  const [open, closed, held] = await Promise.all([
    openActions(store, { company, team }),
    closedSince(store, { company, team, since }),
    store.find(rounds, { name: "ofTeam", equals: { company, team } }),
  ]);
  const talking = await Promise.all(
    held
      .filter(({ state }) => state === "talking")
      .map(async (round) => {
        const flow = await flowOf({ store, flows }, round);
        return flow && needOfRound(round, flow, seeing);
      }),
  );
  return {
    done: closed.filter(({ standing }) => standing.kind === "done"),
    rounds: held.filter((round) => round.state === "agreed" && agreedAt(round) >= since).length,
    needs: await heardOf(
      [...open.map((action) => needOfAction(action, seeing)), ...talking].filter((need) => need !== undefined),
      directory,
      hasHad,
    ),
  };
}

/** What is late or stands still is told when one of those who took it has had it for a week: from a message, or since they said themselves that it stands still. */
async function heardOf(needs: readonly Need[], directory: Directory, hasHad: HasHadForAWeek): Promise<readonly Need[]> {
  const told = needs.map(async (need) => {
    const on = cameUp(need);
    if (on === undefined || !("action" in need)) return true;
    const saidBy =
      need.kind === "blocked" ? need.action.history.findLast(({ did }) => did === "blocked")?.by : undefined;
    const takers = takersOf(need.action).flatMap((id) => directory.people.get(id) ?? []);
    for (const person of takers) if (person._id === saidBy || (await hasHad(person, on(person)))) return true;
    return false;
  });
  const all = await Promise.all(told);
  return needs.filter((_, nth) => all[nth]);
}

/** The day by a person's calendar (ISO) on which they could hear of it first; undefined for what is about nobody. */
function cameUp(need: Need): ((person: Person) => string) | undefined {
  if (need.kind !== "late" && need.kind !== "blocked") return undefined;
  const { dueOn, standing } = need.action;
  if (need.kind === "late") return dueOn === null ? undefined : () => dueOn;
  return standing.kind === "blocked" ? ({ timeZone }) => isoDateIn(standing.since, timeZone) : undefined;
}

/** A week ago; in the week in which closed weeks end, a week before they began. */
function lastTime(now: number, timeZone: string, isClosed: (isoDate: string) => boolean): number {
  const today = isoDateIn(now, timeZone);
  const back = closureBehind(today, isClosed);
  const week = 7 * 24 * 60 * 60 * 1000;
  const isFirst = back && weekOf(nextOpenDay(back.to, isClosed)) === weekOf(today);
  return isFirst ? momentAt(addDays(back.from, -7), { hour: 0 }, timeZone) : now - week;
}

function agreedAt({ closedAt, agreed }: Round): number {
  return Math.max(closedAt ?? 0, ...Object.values(agreed).map(({ at }) => at));
}
