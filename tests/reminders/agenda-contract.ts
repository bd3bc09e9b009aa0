import { randomUUID } from "node:crypto";
import { Agenda, type AgendaBackend } from "agenda";
import { afterAll, afterEach, beforeAll, describe } from "vitest";
import { locksContract } from "./agenda-contract-locks.ts";
import { processesContract } from "./agenda-contract-processes.ts";
import { timesContract } from "./agenda-contract-times.ts";
import type { Opened } from "./agenda-opened.ts";

/** What keeps the jobs under test; each `backend` is another process's. */
export interface Jobs {
  backend(): Promise<AgendaBackend>;
  close(): Promise<void>;
}

/** What Luotsi expects of Agenda's jobs, whatever keeps them. */
export function agendaContract(kept: string, open: () => Promise<Jobs>): void {
  describe(`Agenda's jobs in ${kept}`, () => {
    let jobs: Jobs;
    let processes: Agenda[] = [];
    const opened: Opened = {
      async aProcess() {
        const agenda = new Agenda({ backend: await jobs.backend(), name: randomUUID(), processEvery: 20 });
        processes.push(agenda);
        await agenda.ready;
        return agenda;
      },
      async repository() {
        const backend = await jobs.backend();
        await backend.connect();
        return backend.repository;
      },
    };
    beforeAll(async () => {
      jobs = await open();
    });
    afterEach(async () => {
      await Promise.all(processes.map((agenda) => agenda.drain({ closeConnection: false })));
      processes = [];
    });
    afterAll(() => jobs.close());
    timesContract(opened);
    locksContract(opened);
    processesContract(opened);
  });
}
