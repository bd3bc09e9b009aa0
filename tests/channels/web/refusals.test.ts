import { mkdir, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fc } from "../../support/properties.ts";
import { channel, emma, satu, startWebWorld, type WebWorld } from "./web-world.ts";

let world: WebWorld;
beforeEach(async () => {
  world = await startWebWorld();
});
afterEach(() => world.stop());

const port = () => new URL(world.address()).port;

describe("only this machine's own page is served", () => {
  test("by the names of this machine and no other", async () => {
    for (const host of [`127.0.0.1:${port()}`, `localhost:${port()}`, `LOCALHOST:${port()}`])
      expect(await world.raw("/api/company", { host })).toBe(200);
    for (const host of [`evil.example:${port()}`, "127.0.0.1", "localhost:1", `127.0.0.1.evil.example:${port()}`])
      expect(await world.raw("/api/company", { host })).toBe(403);
  });

  test("a POST from a foreign page is refused, from its own it is taken", async () => {
    const body = { eventId: "event-0001", room: channel, thread: null, text: "hei", at: 1 };
    const from = (origin: string) => world.post(`/api/people/${satu}/say`, body, { origin });
    for (const origin of [
      "https://evil.example",
      "null",
      `http://localhost:${port()}`,
      `https://127.0.0.1:${port()}`,
      "http://127.0.0.1:1",
    ])
      expect(await from(origin)).toMatchObject({
        status: 403,
        body: { sentence: expect.stringContaining("toiselta sivulta") },
      });
    expect(world.coach.heard).toEqual([]);
    expect(await from(world.address())).toMatchObject({ status: 200 });
  });

  test("a form that a foreign page could send without asking is not read", async () => {
    const text = JSON.stringify({ eventId: "event-0001", room: channel });
    expect(await world.post(`/api/people/${satu}/join`, text, { "content-type": "text/plain" })).toMatchObject({
      status: 415,
    });
  });

  test("no inline script or style, no frame, no guessing of types, nothing of the API kept", async () => {
    const { headers } = await world.get("/api/company");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("access-control-allow-origin")).toBeNull();
    const refused = await world.get("/api/nothing");
    expect(refused.headers.get("content-security-policy")).toBe(policy);
  });
});

test("a Host that is no host is malformed", async () => {
  expect(await world.raw("/api/company", { host: `x@localhost:${port()}` })).toBe(400);
});

describe("every refusal is a sentence in the person's language", () => {
  const say = (text: string, person = satu) => world.say(person, text);

  test("a body over 64 KB, an answer of 1 MB too", async () => {
    for (const size of [66_000, 1_000_000])
      expect(await say("a".repeat(size))).toMatchObject({
        status: 413,
        body: { sentence: "Viesti on liian suuri. Raja on 64 kilotavua." },
      });
    expect(world.coach.heard).toEqual([]);
  });

  test("a body that does not tell its length, before it is read", async () => {
    expect(await world.raw("/api/company", { "transfer-encoding": "chunked" })).toBe(411);
  });

  test("a text over 3,000 characters, with both lengths named; 3,000 are stored whole", async () => {
    expect(await say("a".repeat(3_001), emma)).toMatchObject({
      status: 422,
      body: { sentence: "The message is too long: 3001 characters. The limit is 3000 characters. Split it in two." },
    });
    const whole = "😀‏<script>**x**"
      .repeat(200)
      .slice(0, 3_000)
      .replace(/[\uD800-\uDBFF]$/, "");
    expect(await say(whole)).toMatchObject({ status: 200, body: { message: { text: whole } } });
  });

  test("an empty text", async () => {
    expect(await say(" \n ")).toMatchObject({ status: 422, body: { sentence: "Viesti on tyhjä." } });
  });

  test("an unknown person, room, path or file, and a wrong method", async () => {
    expect(await world.get("/api/people/nobody/rooms")).toMatchObject({
      status: 404,
      body: { sentence: expect.stringMatching(/henkilöä/) },
    });
    expect(await world.get("/api/people/nobody/rooms", { "accept-language": "en-GB" })).toMatchObject({
      body: { sentence: expect.stringMatching(/no such person/) },
    });
    expect(await world.get(`/api/people/${emma}/nothing`)).toMatchObject({
      status: 404,
      body: { sentence: expect.stringMatching(/There is nothing/) },
    });
    expect(await world.get("/api/people/%E0%A4%A/rooms")).toMatchObject({ status: 404 });
    for (const path of ["/nothing.js", "/.env", "/..%2fluotsi.db", "/luotsi.db"])
      expect((await world.get(path)).status).toBe(404);
    const wrong = await world.get(`/api/people/${satu}/say`);
    expect(wrong).toMatchObject({ status: 405, body: { sentence: expect.stringMatching(/ei ota/) } });
    expect(wrong.headers.get("allow")).toBe("POST");
    expect(await world.post("/api/company", {})).toMatchObject({ status: 405 });
  });

  test("malformed JSON and JSON of another shape", async () => {
    for (const body of [
      "{",
      "",
      "null",
      "[]",
      '{"eventId":{"$gt":""}}',
      '{"eventId":"event-0001","room":"x","thread":null,"text":"a","at":1,"more":1}',
    ])
      expect(await world.post(`/api/people/${satu}/say`, body)).toMatchObject({
        status: 400,
        body: { sentence: expect.stringMatching(/Pyyntöä ei voitu lukea/) },
      });
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.constantFrom("say", "edit", "tap", "submit", "read", "join"),
        async (body, path) => {
          world.pass(1_000);
          const { status } = await world.post(`/api/people/${satu}/${path}`, body);
          expect(status).toBe(400);
        },
      ),
      { numRuns: 60 },
    );
    expect(world.errors).toEqual([]);
  });

  test("more than thirty requests in a second, for that person only", async () => {
    for (let at = 0; at < 30; at++) expect((await world.get(`/api/people/${satu}/rooms`)).status).toBe(200);
    const refused = await world.get(`/api/people/${satu}/rooms`);
    expect(refused).toMatchObject({ status: 429, body: { sentence: "Pyyntöjä tulee liian nopeasti. Odota hetki." } });
    expect(refused.headers.get("retry-after")).toBe("1");
    expect((await world.get(`/api/people/${emma}/rooms`)).status).toBe(200);
    world.pass(1_000);
    expect((await world.get(`/api/people/${satu}/rooms`)).status).toBe(200);
  });

  test("what the coach did not foresee is in the log, without what was said", async () => {
    world.coach.answer(() => new Error("broken"));
    expect(await say("salaisuus")).toMatchObject({ status: 500, body: { sentence: expect.stringMatching(/lokiin/) } });
    expect(world.errors).toMatchObject([{ err: { message: "broken" }, method: "POST" }]);
    expect(JSON.stringify(world.errors)).not.toContain("salaisuus");
  });

  test("what is no HTTP at all", async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port()), "127.0.0.1", () => socket.write("this is no request\r\n\r\n"));
      let text = "";
      socket.on("data", (bytes) => {
        text += bytes;
      });
      socket.on("end", () => resolve(text)).on("error", reject);
    });
    expect(answer).toMatch(/^HTTP\/1.1 400 .*The request is not HTTP/s);
  });
});

test("the page's files are served with their types", async () => {
  await mkdir(join(world.folder, "page"));
  await writeFile(join(world.folder, "page", "index.html"), "<!doctype html>");
  await writeFile(join(world.folder, "page", "page.js"), "1");
  const index = await world.get("/");
  expect(index).toMatchObject({ status: 200, body: "<!doctype html>" });
  expect(index.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect((await world.get("/page.js")).headers.get("content-type")).toBe("text/javascript; charset=utf-8");
});
