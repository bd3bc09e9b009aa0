import type { Store } from "../../src/store/store.ts";
import { addColleague, addWorkspace } from "../../tests/support/workspaces.ts";

/** A Monday's nine o'clock in Helsinki. */
export const DUE = Date.parse("2027-02-08T07:00:00Z");
const WEEK_MS = 7 * 24 * 3_600_000;

/** People whose weekly message is due at the same moment, so many in each of several companies, each company a workspace of its own. */
export async function duePeople(
  store: Store,
  {
    companies: count,
    each,
    dueAt = DUE,
  }: { readonly companies: number; readonly each: number; readonly dueAt?: number },
): Promise<void> {
  for (let nth = 0; nth < count; nth += 1) {
    await addWorkspace(store, nth, [{ installation: `slack/T${nth}`, channel: `C${nth}` }]);
    const ids = Array.from({ length: each }, (_, one) => one);
    for (let from = 0; from < each; from += 250)
      await Promise.all(
        ids.slice(from, from + 250).map((one) => {
          const slots = { bucket: one % 64, nextAt: dueAt, settled: null, since: dueAt - WEEK_MS / 2 };
          return addColleague(store, nth, one, slots);
        }),
      );
  }
}
