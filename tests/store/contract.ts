import { afterAll, beforeAll, describe } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { changesContract } from "./contract-changes.ts";
import { documentsContract } from "./contract-documents.ts";
import { queriesContract } from "./contract-queries.ts";
import { racesContract } from "./contract-races.ts";

/** The store under test; `reopen` closes it and opens the same data again. */
export interface Opened {
  current(): Store;
  reopen(): Promise<void>;
}

/** What every adapter of the port keeps. `open` opens the same data each time that it is called. */
export function storeContract(adapter: string, open: () => Promise<Store>, dispose: () => Promise<void>): void {
  describe(`the ${adapter} store`, () => {
    let store: Store | undefined;
    const opened: Opened = {
      current: () => {
        if (!store) throw new Error("the store is not open");
        return store;
      },
      reopen: async () => {
        await store?.close();
        store = await open();
      },
    };
    beforeAll(opened.reopen);
    afterAll(async () => {
      await store?.close();
      await dispose();
    });
    documentsContract(opened);
    changesContract(opened);
    queriesContract(opened);
    racesContract(opened);
  });
}
