import { BUCKETS } from "../../deliveries/outbox.ts";
import { companies } from "../../people/records.ts";
import type { Store } from "../../store/store.ts";
import type { Registers } from "./registers.ts";

/** Where there are many companies, whose people come first is not known. */
const FEW = 20;
const ALL_BUCKETS = Array.from({ length: BUCKETS }, (_, bucket) => bucket);

/** Reads the registers of the companies whose customers are counted, so that nobody's first turn of the day has to. */
export async function warmRegisters(store: Store, registers: Pick<Registers, "warm">): Promise<void> {
  const equals = { "recount.bucket": ALL_BUCKETS };
  const found = await store.find(companies, { name: "toRecount", equals, from: 0, limit: FEW });
  for (const { _id } of found) await registers.warm(_id);
}
