import type { Json } from "../store/store.ts";
import { keyOf, type Result, standingOf } from "./carrier.ts";
import type { Outgoing, Speaker } from "./outbox.ts";
import { installationKey, messageKey } from "./standing.ts";

/** A sending is given up after so many tries, but not before it has waited for so long. */
const MOST_ATTEMPTS = 8;
const SHORTEST_PATIENCE_MS = 60 * 60 * 1000;

type Failed = Extract<Result, { kind: "failed" }>;

/** Whether nothing will come of trying again. */
export function isGivenUp({ task, hopeless }: Failed, now: number): boolean {
  const often = standingOf(task).attempts + 1 >= MOST_ATTEMPTS;
  return hopeless || (often && now - task.entry.plannedAt >= SHORTEST_PATIENCE_MS);
}

/** The messages that were posted, as a record remembers them. */
export function messagesOf(results: readonly Result[]): Speaker["messages"] {
  return Object.fromEntries(
    results.flatMap((result) => {
      const key = keyOf(result.task.entry.how);
      const { target } = result.task;
      if (result.kind === "failed" || key === undefined || !result.posted || !target) return [];
      const { message, at } = result.posted;
      return [[messageKey(key, target), { id: message, at, on: installationKey(target.installation) }]];
    }),
  );
}

/** What a record is told of results: of a thing that is finished only its messages stay, of another one what is known of each installation. */
export function noteOf(
  results: readonly Result[],
  finished: ReadonlySet<string>,
): { readonly unset: readonly string[]; readonly set: { readonly [path: string]: Json } } {
  const messages = Object.entries(messagesOf(results)).map(([key, message]) => [`messages.${key}`, message]);
  return {
    unset: [...finished].map((id) => `outbox.${id}`),
    set: Object.fromEntries([...messages, ...results.flatMap((result) => standingNoted(result, finished))]),
  };
}

function standingNoted(
  result: Result,
  finished: ReadonlySet<string>,
): readonly (readonly [path: string, value: Json])[] {
  const { entry, target } = result.task;
  if (finished.has(entry.id)) return [];
  const attempts = standingOf(result.task).attempts + (result.kind === "failed" ? 1 : 0);
  if (!target) return [[`outbox.${entry.id}.attempts`, attempts]];
  const state = result.kind === "done" ? "over" : result.unclear ? "unclear" : "sending";
  return [[`outbox.${entry.id}.targets.${installationKey(target.installation)}`, { state, attempts }]];
}

/** What a vanished sender may have sent: of all that waited nobody knows whether it arrived. */
export function inDoubt(waiting: readonly Outgoing[]): { readonly [path: string]: Json } {
  return Object.fromEntries(
    waiting.flatMap(({ id, targets = {} }) => [
      [`outbox.${id}.state`, "unclear"],
      ...Object.keys(targets)
        .filter((on) => targets[on]?.state === "sending")
        .map((on) => [`outbox.${id}.targets.${on}.state`, "unclear"]),
    ]),
  );
}
