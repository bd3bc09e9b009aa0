import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { mongoBackend } from "../../src/reminders/agenda/job-backends.ts";
import { openMongoStore } from "../../src/store/mongo/open-mongo-store.ts";
import { agendaContract } from "./agenda-contract.ts";

const uri = process.env.TEST_MONGODB_URI;

if (uri) {
  agendaContract("MongoDB", async () => {
    const store = await openMongoStore({ uri, collections: [], database: `luotsi-test-${randomUUID()}` });
    return {
      backend: () => mongoBackend(store.database),
      close: async () => {
        await store.database.dropDatabase();
        await store.close();
      },
    };
  });
} else {
  test("Agenda's jobs in MongoDB are tested only where TEST_MONGODB_URI names a server", () => {
    process.stderr.write(
      "\n*** Agenda's jobs in MongoDB were NOT tested: set TEST_MONGODB_URI to a server to test them. ***\n\n",
    );
    expect(uri).toBeUndefined();
  });
}
