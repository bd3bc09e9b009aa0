import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { databaseOf, hostsOf } from "../../src/store/mongo/mongo-address.ts";
import { openMongoStore } from "../../src/store/mongo/open-mongo-store.ts";
import { openStore } from "../../src/store/open-store.ts";
import { StoreNotOpened } from "../../src/store/store-errors.ts";
import { startFakeMongod } from "../support/fake-mongod.ts";
import { cards } from "./sample.ts";

const PASSWORD = "very-secret";
let server: Server | undefined;
afterEach(() => server?.close());

/** A port of this machine: one that never answers, or one that nobody listens on. */
async function port(kind: "silent" | "closed"): Promise<number> {
  const listening = createServer((socket) => socket.unref());
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const address = listening.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  if (kind === "closed") await new Promise((resolve) => listening.close(resolve));
  return address.port;
}

/** Everything that a log could show of the refusal. */
async function refusal(uri: string): Promise<string> {
  const error = await openMongoStore({ uri, collections: [cards], stageMs: 300 }).then(
    () => "opened",
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreNotOpened);
  const shown = error instanceof Error ? `${error.stack} ${JSON.stringify(error.cause)}` : "";
  expect(shown).not.toContain(PASSWORD);
  return shown;
}

test.each(["closed", "silent"] as const)(
  "a server whose port is %s is told by its host, with what to do, without the password",
  async (kind) => {
    const host = `127.0.0.1:${await port(kind)}`;
    const told = await refusal(`mongodb://luotsi:${PASSWORD}@${host}/luotsi?authSource=admin`);
    expect(told).toContain(host);
    expect(told).toContain("MONGODB_URI");
  },
);

test.each([18, 8000, 334, 59])(
  "a server that refuses the user (%i) is not told as one that is out of reach",
  async (code) => {
    const mongod = await startFakeMongod(code);
    const told = await refusal(`mongodb://luotsi:${PASSWORD}@${mongod.host}/luotsi`);
    expect(told).toContain(`MongoDB at ${mongod.host} refused the user. Check the user, password and rights`);
    mongod.stop();
  },
);

test("a server of another replica set than the address names is told so", async () => {
  const mongod = await startFakeMongod(59);
  const told = await refusal(`mongodb://${mongod.host}/luotsi?replicaSet=other`);
  expect(told).toContain("does not belong to the replica set that MONGODB_URI names");
  mongod.stop();
});

test.each([
  `postgres://luotsi:${PASSWORD}@host/luotsi`,
  `mongodb://luotsi:${PASSWORD}%@host/luotsi`,
  `mongodb://luotsi:${PASSWORD}@/luotsi`,
  `mongodb+srv://luotsi:${PASSWORD}@one.example,two.example/luotsi`,
  `mongodb://luotsi:${PASSWORD}@host:99999999/luotsi`,
  `mongodb://host/luotsi?password=${PASSWORD}`,
])("a wrong address is refused without showing it (%#)", async (uri) => {
  expect(await refusal(uri)).toContain("MONGODB_URI");
});

test("an unreachable MongoDB is never replaced by a file", async () => {
  const mongodbUri = "mongodb://";
  await expect(openStore({ mongodbUri, dataDir: "/nowhere", collections: [cards] })).rejects.toThrow(/MONGODB_URI/);
});

test("the database is the one that the address names, luotsi where it names none", () => {
  expect(databaseOf("mongodb://host:27017")).toBe("luotsi");
  expect(databaseOf("mongodb://host:27017/?replicaSet=rs0")).toBe("luotsi");
  expect(databaseOf("mongodb+srv://u:p@host/coach?retryWrites=true")).toBe("coach");
  expect(hostsOf("mongodb://u:p@one:27017,two:27017/coach")).toBe("one:27017,two:27017");
  expect(hostsOf("mongodb://one/coach?x=a@b")).toBe("one");
});
