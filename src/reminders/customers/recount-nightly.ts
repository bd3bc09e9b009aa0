import { addDays, isoDateIn } from "../../calendar/iso-date.ts";
import { momentAt } from "../../calendar/moment.ts";
import { eraseEnded } from "../../customers/privacy/erase-ended.ts";
import { readRulebook } from "../../customers/rulebook.ts";
import { recountCustomers } from "../../customers/save-rules.ts";
import { BUCKETS, bucketOf } from "../../deliveries/outbox.ts";
import type { Directories } from "../../people/directory.ts";
import { type Company, companies } from "../../people/records.ts";
import type { Store } from "../../store/store.ts";
import { StoreUnavailable } from "../../store/store-errors.ts";

export interface RecountPorts {
  readonly store: Store;
  readonly directories: Directories;
  readonly log: { error(fields: object, text: string): void };
}

const ALL_BUCKETS = Array.from({ length: BUCKETS }, (_, bucket) => bucket);
const MINUTE_MS = 60_000;
/** From two o'clock on, each company a little later than the last. */
const NIGHT_HOUR = 2;
/** Whoever has claimed a company's night and is not done by then is gone. */
const LEASE_MS = 10 * MINUTE_MS;

/**
 * Each night, by a company's own clock, counts its customers anew: closed weeks that were said since, rules and plans show in when contacts are due.
 * Harmless twice; one process takes a company's night. At most `limit` companies at a time.
 */
export async function recountNightly(ports: RecountPorts, now: number, limit: number): Promise<void> {
  const { store } = ports;
  const fresh = await store.find(companies, { name: "withoutRecount", equals: { "recount.bucket": null }, limit });
  await Promise.all(
    fresh.map((company) =>
      store.change(companies, company._id, {
        when: { "recount.bucket": null },
        set: { recount: { bucket: bucketOf(company._id), nextAt: nextNight(company, now) } },
      }),
    ),
  );
  const equals = { "recount.bucket": ALL_BUCKETS };
  const due = await store.find(companies, { name: "toRecount", equals, to: now, limit });
  for (const company of due) await attempt(ports, company, now);
}

/** One company's trouble is not the next one's: it is tried again when its lease is over. */
async function attempt(ports: RecountPorts, company: Company, now: number): Promise<void> {
  const { store, directories, log } = ports;
  const { _id, timeZone, recount } = company;
  const lease = now + LEASE_MS;
  const claimed = await store.change(companies, _id, {
    when: { "recount.nextAt": recount?.nextAt ?? null },
    set: { "recount.nextAt": lease },
  });
  if (claimed.kind !== "changed") return;
  try {
    const { company: known } = await directories.fresh(_id);
    const book = await readRulebook(store, known);
    const today = isoDateIn(now, timeZone);
    await recountCustomers(store, book, {
      company: _id,
      today,
      event: { id: `night:${today}:${recount?.nextAt}`, now },
    });
    await eraseEnded(store, book, { company: _id, months: known.customerDataMonths, now });
    const done = { when: { "recount.nextAt": lease }, set: { "recount.nextAt": nextNight(company, now) } };
    await store.change(companies, _id, done);
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    log.error({ company: _id, err: error }, "customers could not be counted anew; it is tried again");
  }
}

/** The next one that has not begun. */
function nextNight({ _id, timeZone }: Company, now: number): number {
  const today = isoDateIn(now, timeZone);
  const at = (day: string) => momentAt(day, { hour: NIGHT_HOUR }, timeZone) + bucketOf(_id) * MINUTE_MS;
  return at(today) > now ? at(today) : at(addDays(today, 1));
}
