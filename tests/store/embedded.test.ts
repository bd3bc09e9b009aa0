import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbeddedStore } from "../../src/store/embedded/open-embedded-store.ts";
import { storeContract } from "./contract.ts";
import { cards } from "./sample.ts";

const folder = mkdtempSync(join(tmpdir(), "luotsi-store-"));

storeContract(
  "embedded",
  () => openEmbeddedStore({ folder, collections: [cards] }),
  async () => rmSync(folder, { recursive: true, force: true }),
);
