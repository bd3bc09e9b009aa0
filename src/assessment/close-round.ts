import type { Planned } from "../deliveries/outbox.ts";
import type { Flow } from "../flow/flow.ts";
import { changeRecord, type Taken } from "../rounds/change-record.ts";
import { facilitatorCard } from "../rounds/facilitator-card.ts";
import { type Response, responses } from "../rounds/response.ts";
import { type Round, rounds } from "../rounds/round.ts";
import type { Store } from "../store/store.ts";
import { seenOf } from "./seen.ts";
import { takeSnapshot } from "./take-snapshot.ts";

interface Event {
  readonly id: string;
  readonly now: number;
}

/**
 * Closes an open round: what was answered by now is counted and frozen, and which revision of each response was counted is noted, so that no
 * transaction is needed. Where no spread is shown there is nothing to agree on: the round is over at once. Harmless to repeat; the end of an
 * interrupted closing is `finishClosing`.
 */
export async function closeRound(
  store: Store,
  target: Round,
  flow: Flow,
  event: Event,
): Promise<Taken<Round, "not-open">> {
  const all = await store.find(responses, {
    name: "ofRound",
    equals: { company: target.company, round: target._id },
    limit: 10_000,
  });
  const taken = await changeRecord<Round, "not-open">(store, rounds, target, event, (round) => {
    if (round.state !== "open") return { declined: "not-open" };
    const { snapshot, counted } = takeSnapshot({
      flow,
      responses: all,
      tallies: round.tallies,
      invited: round.invited.length,
    });
    return {
      when: { state: "open", version: round.version },
      increase: { version: 1 },
      set: {
        state: seenOf(round, flow) === "spread" ? "talking" : "agreed",
        snapshot,
        counted,
        closedAt: event.now,
        dueAt: event.now,
      },
      planned: closingWords(round),
    };
  });
  if (taken.kind === "changed") await finishClosing(store, taken.record);
  return taken;
}

/** Tells everybody's conversation that the round is over. Repeated by the clock until it has gone through, for `dueAt` stands until then. */
export async function finishClosing(store: Store, round: Round): Promise<void> {
  const all = await store.find(responses, {
    name: "ofRound",
    equals: { company: round.company, round: round._id },
    limit: 10_000,
  });
  await Promise.all(all.filter(({ open }) => open).map((response) => endConversation(store, round, response)));
  await store.change(rounds, round._id, { when: { state: round.state, version: round.version }, set: { dueAt: null } });
}

/** What told a person that all is answered, and can be changed until the closing, is drawn anew by the clock's next sweep. */
async function endConversation(store: Store, round: Round, response: Response): Promise<void> {
  const finished = response.messages.finished;
  const { person } = response;
  const planned: Planned[] =
    finished && person !== null
      ? [
          {
            place: { kind: "private", person },
            how: { kind: "edit", message: finished.id },
            tell: { kind: "finished", round: round._id },
          },
        ]
      : [];
  const event = { id: `over:${round._id}`, now: round.closedAt ?? round.openedAt };
  await changeRecord(store, responses, response._id, event, () => ({ set: { open: false, pending: null }, planned }));
}

function closingWords(round: Round): Planned[] {
  const channel = { kind: "channel", team: round.team } as const;
  return [
    { place: channel, how: { kind: "view", key: "card" }, tell: { kind: "round-card", round: round._id } },
    { place: channel, how: { kind: "post", remember: "closed" }, tell: { kind: "closed", round: round._id } },
    ...facilitatorCard(round, round.facilitator),
  ];
}
