import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { storeBackend } from "../../src/reminders/agenda/job-backends.ts";
import { jobs } from "../../src/reminders/agenda/job-record.ts";
import { openEmbeddedStore } from "../../src/store/embedded/open-embedded-store.ts";
import { agendaContract } from "./agenda-contract.ts";

const open = (folder: string) => openEmbeddedStore({ folder, collections: [jobs] });

agendaContract("the embedded store", async () => {
  const folder = mkdtempSync(join(tmpdir(), "luotsi-jobs-"));
  const store = await open(folder);
  return {
    backend: async () => storeBackend(store),
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});

test("what our own jobs do not know is refused by name", async () => {
  const folder = mkdtempSync(join(tmpdir(), "luotsi-jobs-"));
  const store = await open(folder);
  const { repository } = storeBackend(store);
  const job = { name: "n", priority: 0, nextRunAt: null, type: "normal", data: {} } as const;
  await expect(repository.saveJob({ ...job, fork: true }, undefined)).rejects.toThrow(/process of its own/u);
  await expect(
    repository.saveJob({ ...job, unique: { name: "n" }, uniqueOpts: { debounce: { delay: 1 } } }, undefined),
  ).rejects.toThrow(/debounced/u);
  await expect(repository.saveJob({ ...job, data: () => 1 }, undefined)).rejects.toThrow();
  expect(await repository.getDistinctJobNames()).toEqual([]);
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});
