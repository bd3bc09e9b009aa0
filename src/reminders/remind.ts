import type { Courier } from "../deliveries/courier.ts";
import type { Event, Planned } from "../deliveries/outbox.ts";
import { changeRecord } from "../rounds/change-record.ts";
import { emptyResponse } from "../rounds/empty-response.ts";
import { responseId, responses } from "../rounds/response.ts";
import { type Round, rounds } from "../rounds/round.ts";
import type { Store } from "../store/store.ts";

/**
 * The one private reminder before a round closes, to those who were invited and have not answered everything. Each person's own record notes it, so
 * nobody gets a second one, however often this runs.
 */
export async function remind(
  { store, courier }: { readonly store: Store; readonly courier: Courier },
  round: Round,
  now: number,
): Promise<void> {
  const event = { id: `remind:${round._id}`, now };
  for (const person of round.invited)
    await remindPerson(store, courier, round, person, { ...event, sender: courier.sender() });
  await store.change(rounds, round._id, {
    when: { remindAt: round.remindAt, state: "open" },
    set: { remindAt: null, dueAt: round.closesAt },
  });
}

async function remindPerson(store: Store, courier: Courier, round: Round, person: string, event: Event): Promise<void> {
  const planned: readonly Planned[] = [
    {
      place: { kind: "private", person },
      how: { kind: "post" },
      tell: { kind: "reminder", round: round._id },
      class: "reminder",
    },
  ];
  const taken = await changeRecord(store, responses, responseId(round._id, person), event, (response) =>
    response.finishedAt !== null || response.remindedAt !== null
      ? { declined: "needless" }
      : { set: { remindedAt: event.now }, planned },
  );
  if (taken.kind === "changed") courier.send(responses, taken.record);
  if (taken.kind !== "missing") return;
  const fresh = { ...emptyResponse(round, person, event, planned, null), remindedAt: event.now };
  if ((await store.insert(responses, fresh)) === "inserted") courier.send(responses, fresh);
  else await remindPerson(store, courier, round, person, event);
}
