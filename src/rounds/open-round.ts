import { born, type Planned } from "../deliveries/outbox.ts";
import type { Flow } from "../flow/flow.ts";
import { contentHash } from "../flow/hashes.ts";
import type { Store } from "../store/store.ts";
import { contents } from "./content.ts";
import { type Round, roundId, rounds } from "./round.ts";

/** How a team answers: own records are opened by no team. */
export type TeamMode = Exclude<Round["mode"], "own">;

export interface Opening {
  readonly eventId: string;
  readonly company: string;
  readonly team: string;
  readonly flow: Flow;
  readonly mode: TeamMode;
  readonly facilitator: string;
  readonly invited: readonly string[];
  readonly now: number;
  readonly closesAt: number | null;
  readonly remindAt: number | null;
}

export type Opened =
  | { readonly kind: "opened"; readonly round: Round }
  | { readonly kind: "open-already"; readonly round: Round };

/** Opens a team's next round of a flow. Two people who start at once, or one event taken twice, open one: its id is team, flow and number. */
export async function openRound(store: Store, opening: Opening): Promise<Opened> {
  const { company, team, flow, eventId, now } = opening;
  const content = contentHash(flow);
  for (;;) {
    const all = await store.find(rounds, { name: "ofTeamFlow", equals: { company, team, flow: flow.id } });
    const open = all.find(({ state, events }) => state === "open" || state === "talking" || events.includes(eventId));
    if (open) return { kind: "open-already", round: open };
    const number = (all.at(-1)?.number ?? 0) + 1;
    const _id = roundId(team, flow.id, number);
    const card: Planned = {
      place: { kind: "channel", team },
      how: { kind: "view", key: "card" },
      tell: { kind: "round-card", round: _id },
    };
    const facilitators: Planned = {
      place: { kind: "private", person: opening.facilitator },
      how: { kind: "view", key: "facilitator" },
      tell: { kind: "facilitator-card", round: _id },
    };
    const round: Round = {
      _id,
      company,
      team,
      flow: flow.id,
      number,
      content,
      mode: opening.mode,
      facilitator: opening.facilitator,
      invited: [...opening.invited],
      state: "open",
      openedAt: now,
      closesAt: opening.closesAt,
      remindAt: opening.remindAt,
      closedAt: null,
      dueAt: opening.remindAt ?? opening.closesAt,
      tallies: {},
      counted: {},
      snapshot: null,
      talked: {},
      agreed: {},
      reopened: {},
      objections: {},
      support: {},
      plan: null,
      version: 1,
      ...born({ _id, company }, { id: eventId, now }, opening.mode === "each" ? [card, facilitators] : [card]),
    };
    await store.insert(contents, { _id: content, flow });
    if ((await store.insert(rounds, round)) === "inserted") return { kind: "opened", round };
  }
}
