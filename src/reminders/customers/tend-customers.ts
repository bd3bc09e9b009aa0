import { takePendingContacts } from "../../customers/log-contact.ts";
import { type Rulebook, readRulebook } from "../../customers/rulebook.ts";
import { BUCKETS } from "../../deliveries/outbox.ts";
import { StoreUnavailable } from "../../store/store-errors.ts";
import { type RecountPorts, recountNightly } from "./recount-nightly.ts";

const ALL_BUCKETS = Array.from({ length: BUCKETS }, (_, bucket) => bucket);
/** Younger ones are still being written by the process that took them. */
const TAKEN_MS = 30_000;

/** What time does to customers: contacts that were cut short reach their clocks, and at night all are counted anew. */
export async function tendCustomers(ports: RecountPorts, now: number, limit: number): Promise<void> {
  const books = new Map<string, Promise<Rulebook>>();
  const bookOf = (company: string) => {
    const book =
      books.get(company) ??
      ports.directories.of(company).then((directory) => readRulebook(ports.store, directory.company));
    books.set(company, book);
    return book;
  };
  try {
    await takePendingContacts(ports.store, bookOf, { bucket: ALL_BUCKETS, before: now - TAKEN_MS, now });
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    ports.log.error({ err: error }, "logged contacts wait to reach their customers' clocks; the next tick tries again");
  }
  await recountNightly(ports, now, limit);
}
