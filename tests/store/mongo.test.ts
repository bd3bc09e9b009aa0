import { randomUUID } from "node:crypto";
import { MongoClient } from "mongodb";
import { expect, test } from "vitest";
import { openMongoStore } from "../../src/store/mongo/open-mongo-store.ts";
import { storeContract } from "./contract.ts";
import { cards } from "./sample.ts";

const uri = process.env.TEST_MONGODB_URI;

if (uri) {
  const database = `luotsi-test-${randomUUID()}`;
  storeContract(
    "MongoDB",
    () => openMongoStore({ uri, collections: [cards], database }),
    async () => {
      const client = await MongoClient.connect(uri);
      await client.db(database).dropDatabase();
      await client.close();
    },
  );
} else {
  test("the MongoDB store is tested only where TEST_MONGODB_URI names a server", () => {
    process.stderr.write(
      "\n*** The MongoDB store was NOT tested: set TEST_MONGODB_URI to a server to test it. ***\n\n",
    );
    expect(uri).toBeUndefined();
  });
}
