import { isoDateIn } from "../calendar/iso-date.ts";
import type { Register } from "../customers/search/register.ts";
import type { Registers } from "../customers/search/registers.ts";
import type { Answers } from "../flow/answers.ts";
import { questionOf } from "../flow/compile-flow.ts";
import type { EarlierAnswer, FlowContext, FoundCustomers } from "../flow/context.ts";
import type { Flow } from "../flow/flow.ts";
import { optionsMadeBy } from "../flow/options.ts";
import { type Directory, membersOf } from "../people/directory.ts";
import { LIFT, type Round, rounds } from "../rounds/round.ts";
import type { Store } from "../store/store.ts";

/** The flows whose agreed answers a flow looks at: from its `needs`, `beginsWith`, `when`, `variants` and `optionsFrom`. */
export function flowsLookedAt(flow: Flow): readonly string[] {
  const known = lookedAt.get(flow);
  if (known) return known;
  const found = readLookedAt(flow);
  lookedAt.set(flow, found);
  return found;
}

const lookedAt = new WeakMap<Flow, readonly string[]>();

function readLookedAt(flow: Flow): readonly string[] {
  const refs = JSON.stringify(flow).match(/"(?:earlier|of|optionsFrom)":"[a-z0-9-]+\/[a-z0-9-]+"/g) ?? [];
  const named = [...refs.map((ref) => ref.split(":")[1] ?? ""), ...Object.values(flow.beginsWith ?? {})].map(
    (ref) => ref.replaceAll('"', "").split("/")[0] ?? "",
  );
  return [...new Set([...named, ...(flow.needs ? [flow.needs] : [])])].filter((id) => id !== "");
}

/** What a flow's conversation in a team knows beside its own answers. Reads the store only for flows that look at others. */
export async function contextFor(
  { store, registers }: { readonly store: Store; readonly registers?: Registers },
  directory: Directory,
  team: string,
  flow: Flow,
  known: { readonly flowOf: (id: string) => Flow | undefined; readonly now: number; readonly timeZone: string },
): Promise<FlowContext> {
  const entries: [string, EarlierAnswer][] = [];
  const alone: FlowContext = {
    earlier: {},
    people: membersOf(directory, team).map(({ _id, name }) => ({ id: _id, name })),
    customers: [],
    today: isoDateIn(known.now, known.timeZone),
    ...(registers && asksCustomers(flow) ? { findCustomers: finding(await registers.of(directory.company._id)) } : {}),
  };
  for (const id of flowsLookedAt(flow)) {
    const agreed = await latestAgreed(store, directory.company._id, team, id);
    const looked = known.flowOf(id);
    if (agreed && looked) entries.push(...earlierAnswers(looked, agreed, alone));
  }
  return { ...alone, earlier: Object.fromEntries(entries) };
}

function asksCustomers(flow: Flow): boolean {
  return flow.steps.some(
    (step) =>
      step.kind === "customer" || (step.kind === "table" && step.columns.some(({ kind }) => kind === "customer")),
  );
}

/** Sure is a whole name or an inflected form of it; a beginning, a typo or a contact person's name is asked about. Ended relationships are found too. */
function finding({ entries, index }: Register): (said: string) => FoundCustomers {
  return (said) => {
    const found = index.search(said);
    const customers = (found?.ids ?? []).flatMap((id) => {
      const entry = entries.get(id);
      return entry ? [{ id, name: entry.name }] : [];
    });
    return { customers, sure: found?.how === "name" || found?.how === "form" };
  };
}

export async function latestAgreed(
  store: Store,
  company: string,
  team: string,
  flow: string,
  before = Number.POSITIVE_INFINITY,
): Promise<Round | undefined> {
  const all = await store.find(rounds, { name: "ofTeamFlow", equals: { company, team, flow } });
  return all.filter((round) => round.state === "agreed" && round.number < before).at(-1);
}

function earlierAnswers(flow: Flow, round: Round, context: FlowContext): [string, EarlierAnswer][] {
  const answers = Object.fromEntries(Object.entries(round.agreed).map(([step, { value }]) => [step, value]));
  return Object.entries(answers).map(([step, value]) => [
    `${flow.id}/${step}`,
    { value, options: optionsOfStep(flow, step, answers, context) },
  ]);
}

/** What a step's answer makes choosable later: what was chosen, its rows; for what the team lifts, the steps of the flow. */
function optionsOfStep(flow: Flow, id: string, answers: Answers, context: FlowContext): EarlierAnswer["options"] {
  if (id === LIFT) {
    const lifted = answers[id]?.kind === "choices" ? answers[id].options : [];
    return flow.steps.flatMap((step) =>
      step.kind === "level" && lifted.includes(step.id) ? [{ id: step.id, label: step.title }] : [],
    );
  }
  const step = questionOf(flow, id);
  const value = answers[id];
  if (!step || !value) return [];
  return optionsMadeBy(step, value, flow, answers, context);
}
