import { bucketOf } from "../../deliveries/outbox.ts";
import type { Store } from "../../store/store.ts";
import { applySaving } from "./apply-saving.ts";
import { type RegisterChanges, registerChangesSchema } from "./register-changes.ts";
import { type RegisterSaving, registerSavings } from "./register-saving.ts";

export interface ToSave extends Pick<RegisterSaving, "company" | "flow" | "person" | "by"> {
  /** The round or own record. */
  readonly of: string;
  readonly changes: RegisterChanges;
  /** The company's date. */
  readonly today: string;
  readonly now: number;
}

const MOST_TRIES = 20;

/**
 * Writes down what the answers change in the register, before any of it is changed: `applySaving` does that, and what a crash cuts short
 * `takePendingSavings` finishes. What is saved already stands as it is.
 */
export async function saveRegister(
  store: Store,
  { of: _id, changes, today, now, ...rest }: ToSave,
): Promise<RegisterSaving> {
  const said = { ...rest, changes, savedAt: now, savedOn: today, pendingAt: now };
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const known = await store.get(registerSavings, _id);
    if (!known) {
      const fresh = { _id, ...said, before: null, bucket: bucketOf(rest.company), revision: 1 };
      if ((await store.insert(registerSavings, fresh)) === "inserted") return fresh;
      continue;
    }
    if (isSame(known.changes, changes)) return known;
    // What was cut short is written first: what it said before is what people could have edited.
    if (known.pendingAt !== null) await applySaving(store, known);
    const set = { ...said, before: known.changes, revision: known.revision + 1 };
    const changed = await store.change(registerSavings, _id, { when: { revision: known.revision }, set });
    if (changed.kind === "changed") return changed.document;
  }
  throw new Error(`What was saved of ${_id} changed ${MOST_TRIES} times while it was written`);
}

export function isSame(one: RegisterChanges, other: RegisterChanges): boolean {
  // Parsed, so that their fields stand in one order, whatever store they came through.
  const [a, b] = [registerChangesSchema.parse(one), registerChangesSchema.parse(other)];
  return JSON.stringify(a) === JSON.stringify(b);
}
