import { assessedSteps } from "../../assessment/assessed-step.ts";
import type { Flow } from "../../flow/flow.ts";
import type { Bilingual } from "../../flow/step.ts";
import { type Directory, isMember, teamsOf } from "../../people/directory.ts";
import { actions, type PlanAction } from "../../plan/action.ts";
import { actionsOf, actionsOfDimension, actionsOfQuarter, byDue, openActions } from "../../plan/find-actions.ts";
import { isTaken, peopleOf } from "../../plan/owners.ts";
import { rounds } from "../../rounds/round.ts";
import type { CoachPorts } from "../ports.ts";
import type { Listener } from "../scene.ts";
import type { ListOf } from "./plan-actions.ts";
import type { PlanTell } from "./plan-tells.ts";

export interface Dimension {
  readonly id: string;
  readonly title: Bilingual;
}

/** What words about actions are made from, read at one moment. Drawing from it is pure. */
export interface PlanView {
  readonly now: number;
  readonly directory: Directory;
  readonly dimensions: readonly Dimension[];
  /** Those that the tell is about, in their order. */
  readonly actions: readonly PlanAction[];
  /** Of the flow that the first of them came from, where there is such. */
  readonly flowTitle?: Bilingual | undefined;
  /** Whether the team has planned a year together before. */
  readonly plannedBefore?: boolean;
}

type Sources = Pick<CoachPorts, "store" | "flows" | "now">;

/** The flow in which a team places its actions in the year. */
export const YEAR_PLAN = "year-plan";
/** The dimensions that actions lift: those of the company's maturity flow. */
export const DIMENSIONS = "digital-maturity";

export function dimensionsOf(flow: Flow | undefined): readonly Dimension[] {
  return flow ? assessedSteps(flow).map(({ id, title }) => ({ id, title })) : [];
}

/** Reads what a tell about actions is drawn from. */
export async function loadPlanView(
  sources: Sources,
  directory: Directory,
  tell: PlanTell,
  listener: Listener,
): Promise<PlanView> {
  const company = directory.company._id;
  const found = await actionsFor(sources, directory, tell, listener);
  const origin = found[0]?.origin;
  return {
    now: sources.now(),
    directory,
    dimensions: dimensionsOf(sources.flows.get(company, DIMENSIONS)),
    actions: found,
    plannedBefore: tell.kind === "plan-year" && (await plannedBefore(sources, company, tell.team)),
    flowTitle: origin?.kind === "row" ? sources.flows.get(company, origin.flow)?.title : undefined,
  };
}

async function plannedBefore({ store }: Sources, company: string, team: string): Promise<boolean> {
  const all = await store.find(rounds, { name: "ofTeam", equals: { company, team } });
  return all.some(({ flow }) => flow === YEAR_PLAN);
}

function actionsFor(
  { store, now }: Sources,
  directory: Directory,
  tell: PlanTell,
  { person }: Listener,
): Promise<readonly PlanAction[]> {
  const company = directory.company._id;
  switch (tell.kind) {
    case "plan-card":
    case "plan-taken":
    case "plan-note-twice":
    case "plan-history":
      return store.getMany(actions, [tell.action]);
    case "plan-which":
      return store.getMany(actions, tell.actions);
    case "plan-list":
      return actionsIn(store, directory, tell.of, person?._id);
    case "plan-proposed":
      return proposedIn(store, company, tell.from, person?._id);
    case "plan-many-live":
      return openActions(store, { company, team: tell.team });
    case "plan-year":
      return ofYear({ store, now }, company, tell.team, tell.year);
    case "plan-teams":
    case "plan-note-team":
    case "plan-how":
      return Promise.resolve([]);
    default:
      return tell satisfies never;
  }
}

/** The actions of a list; one's own are the listener's. */
export async function actionsIn(
  store: Sources["store"],
  directory: Directory,
  of: ListOf,
  listener: string | undefined,
): Promise<readonly PlanAction[]> {
  const company = directory.company._id;
  const teams = of.kind === "mine" || of.team === undefined ? ownTeams(directory, listener) : [of.team];
  switch (of.kind) {
    case "mine":
      return listener === undefined ? [] : actionsOf(store, { company, person: listener });
    case "team":
      return openActions(store, { company, team: of.team });
    case "untaken":
      return (await openActions(store, { company, team: of.team })).filter(
        (one) => !isTaken(one, hereIn(directory, of.team)),
      );
    case "person": {
      const own = await actionsOf(store, { company, person: of.person });
      return own.filter(({ team }) => teams.includes(team));
    }
    case "quarter":
      return ofTeams(teams, (team) => actionsOfQuarter(store, { company, team, quarter: of.quarter }));
    case "dimension":
      return ofTeams(teams, (team) => actionsOfDimension(store, { company, team, dimension: of.dimension }));
    default:
      return of satisfies never;
  }
}

function ownTeams(directory: Directory, person: string | undefined): readonly string[] {
  return person === undefined ? [] : teamsOf(directory, person).map(({ _id }) => _id);
}

async function ofTeams(teams: readonly string[], read: (team: string) => Promise<readonly PlanAction[]>) {
  return byDue((await Promise.all(teams.map(read))).flat().filter(isKept));
}

/** What a round proposed to a person, also once they have answered it: a line stays where it stood. */
async function proposedIn(store: Sources["store"], company: string, round: string, person: string | undefined) {
  const all = await store.find(actions, { name: "ofRound", equals: { company, round }, limit: 1_000 });
  const theirs = all.filter(({ owners }) => person !== undefined && owners[person] !== undefined);
  return theirs.toSorted((a, b) => a.createdAt - b.createdAt || a._id.localeCompare(b._id));
}

async function ofYear(
  { store }: Pick<Sources, "store" | "now">,
  company: string,
  team: string,
  year: number,
): Promise<readonly PlanAction[]> {
  const quarters = [1, 2, 3, 4].map((quarter) => `${year}-${quarter}`);
  const [placed, open] = await Promise.all([
    Promise.all(quarters.map((quarter) => actionsOfQuarter(store, { company, team, quarter }))),
    openActions(store, { company, team }),
  ]);
  return [...placed.flat(), ...open.filter(({ quarter }) => quarter === null)];
}

function isKept({ standing }: PlanAction): boolean {
  return standing.kind !== "dropped";
}

/** Who is here in a team: can take an action, and is asked about it. */
export function hereIn(directory: Directory, team: string): (person: string) => boolean {
  return (person) => isMember(directory, team, person) && directory.people.get(person)?.leftAt === undefined;
}

/** Whether an action is this person's: taken by or proposed to them. */
export function isOwn(action: PlanAction, person: string): boolean {
  return peopleOf(action).includes(person);
}
