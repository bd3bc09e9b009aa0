import { born, type Event, type Planned } from "../deliveries/outbox.ts";
import { type Response, responseId } from "./response.ts";
import type { Round } from "./round.ts";

/** A response without answers; also made by the reminder, for someone who was invited and has not begun. */
export function emptyResponse(
  round: Pick<Round, "_id" | "company" | "team" | "flow">,
  person: string,
  event: Event,
  planned: readonly Planned[],
  asked: Response["asked"],
): Response {
  const _id = responseId(round._id, person);
  return {
    _id,
    company: round.company,
    team: round.team,
    round: round._id,
    flow: round.flow,
    person,
    open: true,
    answers: {},
    proposals: {},
    taken: null,
    asked,
    pending: null,
    pausedAt: null,
    touchedAt: event.now,
    finishedAt: null,
    remindedAt: null,
    ...born({ _id, company: round.company }, event, planned),
  };
}
