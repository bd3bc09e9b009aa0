import type { Posted } from "../channels/channel.ts";
import type { Carrier, Task } from "./carrier.ts";

/** So many results are kept for who still holds an older picture of a record. */
const KEPT = 5_000;

export interface OnceCarrier extends Carrier {
  /** Where this process posted a delivery on its place's first installation; known before its record says so. */
  posted(delivery: string): Posted | undefined;
}

/**
 * Carries each task once in this process, however often it is asked: what is under way is joined, what was done is not done again. So it does no harm
 * when the note of a sending was not written, or a record was read before it.
 */
export function once(carrier: Carrier): OnceCarrier {
  const results = new Map<string, ReturnType<Carrier["carry"]>>();
  const posted = new Map<string, Posted>();
  return {
    tasksFor: carrier.tasksFor,
    carry: (record, task, mayGo) => {
      const id = taskId(task);
      const known = results.get(id);
      if (known) return known;
      const result = carrier.carry(record, task, mayGo).then((outcome) => {
        if (outcome.kind === "failed") results.delete(id);
        else if (outcome.posted && task.target?.first) keep(posted, task.entry.id, outcome.posted);
        return outcome;
      });
      keep(results, id, result);
      return result;
    },
    posted: (delivery) => posted.get(delivery),
  };
}

function taskId({ entry, target }: Task): string {
  return `${entry.id} ${target?.installation ?? ""}`;
}

/** The oldest give way. */
function keep<T>(all: Map<string, T>, key: string, value: T): void {
  all.set(key, value);
  const [oldest] = all.keys();
  if (all.size > KEPT && oldest !== undefined) all.delete(oldest);
}
