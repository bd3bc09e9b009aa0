import { afterEach, beforeEach, expect, test } from "vitest";
import { PLAYGROUND } from "../../../src/channels/web/playground.ts";
import { jari, satu, startWebWorld } from "./web-world.ts";

let world: Awaited<ReturnType<typeof startWebWorld>>;
beforeEach(async () => {
  world = await startWebWorld();
});
afterEach(() => world.stop());

test("a file that a message names is fetched by the one for whom it was made, and by nobody else", async () => {
  const { channel } = world.chat();
  const block = {
    kind: "file",
    file: `for-${jari}`,
    name: "a.csv",
    size: 7,
    label: "Lataa tiedosto",
    note: "Vain sinulle.",
  };
  const message = { text: "a.csv", language: "fi", blocks: [block] } as const;
  await channel.post(
    PLAYGROUND,
    { kind: "private", person: jari },
    { ...message, blocks: [{ ...block, kind: "file" }] },
    "d1",
  );
  const shown = JSON.stringify(await world.messages(jari, `private:${jari}`));
  const [, path = ""] = /"url":"(\/api\/people\/[^"]+)"/u.exec(shown) ?? [];
  expect(path).toBe(`/api/people/${jari}/files/for-${jari}`);
  const got = await fetch(world.address() + path);
  expect(await got.text()).toBe("Asiakas");
  expect(got.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''asiakkaat%20%C3%A4.csv");
  expect(got.headers.get("cache-control")).toBe("no-store");
  expect((await fetch(`${world.address()}/api/people/${satu}/files/for-${jari}`)).status).toBe(404);
});
