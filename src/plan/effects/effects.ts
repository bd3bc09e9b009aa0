import { LIFT, type Round, rounds } from "../../rounds/round.ts";
import type { Store } from "../../store/store.ts";
import { LONGEST } from "../action.ts";
import { NO_CONTENT } from "../add-action.ts";
import type { DerivedAction } from "../apply-action.ts";
import { FIRST_DEED } from "./first-deed.ts";
import { agreedRows, dueIn, levelIn, optionIn, peopleIn, textIn } from "./read-cells.ts";

/** What a step of an agreed round says: all of its actions, so that those of rows that are gone are known too. */
export interface StepActions {
  readonly round: string;
  readonly step: string;
  readonly actions: readonly DerivedAction[];
}

/** Turns the agreed answers of a round into actions of the plan. Reads at most the team's rounds of the flows that belong together. */
type Effect = (store: Store, round: Round) => Promise<readonly StepActions[]>;

/** What flows may name under `effects`. */
export const EFFECTS: ReadonlyMap<string, Effect> = new Map<string, Effect>([
  /** What somebody does first for what the team lifts. */
  [FIRST_DEED, (_store, round) => Promise.resolve([firstDeed(round)])],
  /** The actions of the year; `year-plan`, once it is agreed, gives them their quarter and owners. */
  ["development-actions", async (store, round) => development(round, await latest(store, round, "year-plan"))],
  ["year-plan", yearPlan],
  ["action-plan", (_store, round) => Promise.resolve([actionPlan(round)])],
]);

/** The names of them, for the loader. */
export const effects: ReadonlySet<string> = new Set(EFFECTS.keys());

/** Of two dimensions nobody has said which one the deed is for: then it stands under neither until somebody says so. */
function firstDeed(round: Round): StepActions {
  const { plan } = round;
  const lifted = round.agreed[LIFT]?.value;
  const [dimension = null, second] = lifted?.kind === "choices" ? lifted.options : [];
  if (!plan) return { round: round._id, step: LIFT, actions: [] };
  const content = {
    ...NO_CONTENT,
    what: plan.deed.slice(0, LONGEST.what),
    dimension: second === undefined ? dimension : null,
    due: { kind: "day", on: plan.due } as const,
  };
  return stepOf(round, LIFT, [derived(round, LIFT, FIRST_DEED, content, [plan.owner])]);
}

/** The tables of `development-actions`, and of `year-plan` that places their rows. */
const DEVELOPMENT_STEPS = ["lifted", "others"] as const;

async function yearPlan(store: Store, round: Round): Promise<readonly StepActions[]> {
  const made = await latest(store, round, "development-actions");
  return made ? development(made, round) : [];
}

function development(made: Round, placed: Round | undefined): readonly StepActions[] {
  return DEVELOPMENT_STEPS.map((step) => {
    const places = new Map(
      (placed ? agreedRows(placed, step) : []).map(({ cells }) => [optionIn(cells, "action") ?? "", cells] as const),
    );
    const actions = agreedRows(made, step).map(({ id, cells }) => {
      const place = places.get(id) ?? {};
      const content = {
        ...NO_CONTENT,
        what: textIn(cells, "what", LONGEST.what),
        dimension: optionIn(cells, "dimension"),
        level: levelIn(cells, "level"),
        due: dueIn(place, "quarter"),
        doneWhen: textIn(place, "done-when"),
      };
      const revision = Math.max(agreedAt(made, step), placed ? agreedAt(placed, step) : 0);
      return { ...derived(made, step, id, content, peopleIn(place, "owner")), revision };
    });
    return stepOf(made, step, actions);
  });
}

function actionPlan(round: Round): StepActions {
  const step = "actions";
  const actions = agreedRows(round, step).map(({ id, cells }) => {
    const content = {
      ...NO_CONTENT,
      what: textIn(cells, "what", LONGEST.what),
      due: dueIn(cells, "due"),
      resources: textIn(cells, "resources"),
      doneWhen: textIn(cells, "done-when"),
      notes: textIn(cells, "notes"),
    };
    return derived(round, step, id, content, peopleIn(cells, "owner"));
  });
  return stepOf(round, step, actions);
}

function stepOf(round: Round, step: string, actions: readonly DerivedAction[]): StepActions {
  return { round: round._id, step, actions };
}

function derived(
  round: Round,
  step: string,
  row: string,
  content: DerivedAction["content"],
  owners: readonly string[],
): DerivedAction {
  const { company, team, flow, _id } = round;
  const origin = { kind: "row", flow, round: _id, step, row } as const;
  return { company, team, origin, content, owners, by: null, revision: agreedAt(round, step) };
}

/** The revision of an agreed answer is when it was agreed: a later word counts, whichever round it was said in. */
function agreedAt(round: Round, step: string): number {
  return round.agreed[step]?.at ?? 0;
}

async function latest(store: Store, { company, team }: Round, flow: string): Promise<Round | undefined> {
  const all = await store.find(rounds, { name: "ofTeamFlow", equals: { company, team, flow } });
  return all.findLast(({ state }) => state === "agreed");
}
