import { emptyOutbox } from "../deliveries/outbox.ts";
import type { Store } from "../store/store.ts";
import { type Response, responseId, responses } from "./response.ts";
import { type Round, rounds } from "./round.ts";

/**
 * A person's own record of a flow is a response that belongs to no team's round: nothing that asks for a team's rounds can find it, and what a round
 * does to a channel, a facilitator or the clock cannot be done to it. `number` counts the records of one person and flow.
 */
export function ownRecordId(person: string, flow: string, number: number): string {
  return `own:${person}:${flow}:${number}`;
}

/** A team's round has one part less in its id. */
const OWN_RECORD = /^own:[^:]+:[^:]+:\d+$/u;

/** Whether what stands in the place of a round's id is a person's own record. */
export function isOwnRecord(round: string): boolean {
  return OWN_RECORD.test(round);
}

/** Whether an own record is still being answered for the first time. */
export function isUnderWay({ own, open, finishedAt }: Response): boolean {
  return own !== undefined && open && finishedAt === null;
}

/** A round by its id, or what stands for it in an own record: that only to the person whose it is. */
export async function findRound(store: Store, id: string, person: string | undefined): Promise<Round | undefined> {
  if (!isOwnRecord(id)) return store.get(rounds, id);
  const response = person === undefined ? undefined : await store.get(responses, responseId(id, person));
  return response && roundOfOwn(response);
}

/** What words about an own record are made from, as if it were a round. It is never stored. */
export function roundOfOwn(response: Response): Round | undefined {
  const { own, person, finishedAt, open } = response;
  if (own === undefined || person === null) return undefined;
  return {
    _id: response.round,
    company: response.company,
    team: response.team,
    flow: response.flow,
    number: own.number,
    content: own.content,
    mode: "own",
    facilitator: person,
    invited: [person],
    state: finishedAt !== null ? "agreed" : open ? "open" : "cancelled",
    openedAt: own.openedAt,
    closesAt: null,
    remindAt: null,
    closedAt: finishedAt,
    dueAt: null,
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
    ...emptyOutbox(response.company),
  };
}
