import { createServer } from "node:net";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSlackApi, type OpenSlackApi } from "../../../../src/channels/slack/send/create-slack-api.ts";
import { SlackRefused } from "../../../../src/channels/slack/send/slack-api.ts";
import { failedPost } from "../../../support/failed-post.ts";
import { FakeSlackApi } from "../../../support/fake-slack-api.ts";

const TEAM = "slack/T1";
const TOKEN = "xoxb-1-very-secret";

let slack: FakeSlackApi;
let api: OpenSlackApi;
let waited: number[];
let now: number;

function open(base: string): OpenSlackApi {
  return createSlackApi({
    base,
    tokenOf: async (installation) => (installation === "slack/T9" ? undefined : `${TOKEN}-${installation}`),
    now: () => now,
    wait: async (milliseconds) => {
      waited.push(milliseconds);
      now += milliseconds;
    },
    log: { warn: () => undefined },
  });
}

beforeEach(async () => {
  slack = await FakeSlackApi.start();
  waited = [];
  now = 1_000_000;
  api = open(slack.base);
});
afterEach(async () => {
  await api.close();
  await slack.close();
});

const post = (channel = "C1", installation = TEAM) =>
  api.call(installation, "chat.postMessage", { channel, text: "Näin on" });

describe("a call to Slack", () => {
  it("carries the installation's own token and what was asked, letters and objects whole", async () => {
    const answer = await api.call("slack/T2", "chat.postMessage", {
      channel: "C1",
      text: "Hyvää & ä",
      blocks: [{ a: 1 }],
    });
    expect(answer.ts).toEqual(expect.any(String));
    await api.call(TEAM, "conversations.history", { channel: "C1", include_all_metadata: true, cursor: undefined });
    expect(slack.calls).toEqual([
      {
        method: "chat.postMessage",
        token: `${TOKEN}-slack/T2`,
        args: { channel: "C1", text: "Hyvää & ä", blocks: [{ a: 1 }] },
      },
      {
        method: "conversations.history",
        token: `${TOKEN}-${TEAM}`,
        args: { channel: "C1", include_all_metadata: "true" },
      },
    ]);
  });

  it("is refused in Slack's word, with what to mend and which scope", async () => {
    slack.fault("chat.postMessage", { kind: "error", error: "missing_scope", with: { needed: "chat:write" } });
    const error = await failedPost(post());
    expect(error).toBeInstanceOf(SlackRefused);
    expect(error.message).toContain("missing_scope (chat:write). The app lacks a scope.");
    expect(error.retryAfterSeconds).toBe(300);
    expect(slack.calls).toHaveLength(1);
  });

  it("is hopeless where the same call can never succeed, and tells the place but not the words of bad blocks", async () => {
    const messages = ["[ERROR] must be less than 3001 characters: Jarin salaisuus [json-pointer:/blocks/2/text/text]"];
    slack.fault("chat.postMessage", {
      kind: "error",
      error: "invalid_blocks",
      with: { response_metadata: { messages } },
    });
    const error = await failedPost(post());
    expect({ hopeless: error.hopeless, retry: error.retryAfterSeconds }).toEqual({ hopeless: true, retry: undefined });
    expect(error.message).toContain("at /blocks/2/text/text");
    expect(error.message).not.toContain("salaisuus");
  });

  it.each(["expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id"])(
    "knows that a form refused by %s never opens, and why",
    async (code) => {
      slack.fault("views.open", { kind: "error", error: code });
      const error = await failedPost(api.call(TEAM, "views.open", {}, { pace: "at-once" }));
      expect(error.hopeless).toBe(true);
      expect(error.message).toMatch(/\btap\b/);
    },
  );

  it("says so where Luotsi is not installed, and asks Slack nothing", async () => {
    expect((await failedPost(post("C1", "slack/T9"))).message).toContain("Install Luotsi to the workspace again");
    expect(slack.calls).toHaveLength(0);
  });
});

describe("Slack in trouble", () => {
  it("waits as long as Slack asks when that is short, and posts once", async () => {
    slack.fault("chat.postMessage", { kind: "limited", retryAfter: 3 });
    await post();
    expect(waited).toContain(3_000);
    expect(slack.workspace.in("C1")).toHaveLength(1);
  });

  it("comes back later when Slack asks for a long wait; other people, methods and workspaces go on meanwhile", async () => {
    slack.fault("chat.postMessage", { kind: "limited", retryAfter: 60 });
    expect((await failedPost(post())).retryAfterSeconds).toBe(60);
    expect((await failedPost(post())).retryAfterSeconds).toBe(60);
    expect(slack.callsOf("chat.postMessage")).toHaveLength(1);
    await post("C2");
    await post("C1", "slack/T2");
    await api.call(TEAM, "chat.update", { channel: "C2", ts: "1.1", text: "x" }).catch(() => undefined);
    expect(slack.calls).toHaveLength(4);
  });

  it("never posts again when only the answer was lost, and says that it is unclear", async () => {
    slack.fault("chat.postMessage", { kind: "cut", applied: true });
    const error = await failedPost(post());
    expect(error.unclear).toBe(true);
    expect(slack.workspace.in("C1")).toHaveLength(1);
  });

  it.each([
    { name: "no answer in time", fault: { kind: "silent" } as const },
    { name: "a server error", fault: { kind: "status", status: 503 } as const },
    { name: "Slack's fatal_error", fault: { kind: "error", error: "fatal_error" } as const },
  ])("calls a posting unclear after $name", async ({ fault }) => {
    slack.fault("chat.postMessage", fault);
    const error = await failedPost(
      api.call(TEAM, "chat.postMessage", { channel: "C1", text: "x" }, { timeoutMs: 200 }),
    );
    expect(error.unclear).toBe(true);
    expect(error.retryAfterSeconds).toBeGreaterThan(0);
    expect(slack.callsOf("chat.postMessage")).toHaveLength(1);
  });

  it("asks again for what may be done twice, three times and no more", async () => {
    slack.fault("conversations.history", { kind: "status", status: 500 }, { kind: "cut" });
    await api.call(TEAM, "conversations.history", { channel: "C1" });
    expect(slack.callsOf("conversations.history")).toHaveLength(3);
    slack.fault("chat.update", ...Array.from({ length: 5 }, () => ({ kind: "cut" }) as const));
    const error = await failedPost(api.call(TEAM, "chat.update", { channel: "C1", ts: "1.1", text: "x" }));
    expect({ unclear: error.unclear, retry: error.retryAfterSeconds }).toEqual({ unclear: false, retry: 5 });
    expect(slack.callsOf("chat.update")).toHaveLength(3);
  });

  it("knows that nothing was sent when nobody is there", async () => {
    const away = open(`http://127.0.0.1:${await freePort()}/api/`);
    const error = await failedPost(away.call(TEAM, "chat.postMessage", { channel: "C1", text: "x" }));
    expect({ unclear: error.unclear, retry: error.retryAfterSeconds }).toEqual({ unclear: false, retry: 5 });
    expect(error.message).toContain("cannot be reached (ECONNREFUSED)");
    await away.close();
  });

  it("shows no token in any error, not even as a log writes it", async () => {
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => void lines.push(line) });
    slack.fault(
      "chat.postMessage",
      { kind: "cut" },
      { kind: "status", status: 500 },
      { kind: "error", error: "invalid_auth" },
    );
    for (let nth = 0; nth < 3; nth += 1) log.warn({ err: await failedPost(post()) }, "not sent");
    expect(lines).toHaveLength(3);
    expect(lines.join("")).not.toContain("xoxb");
  });

  it("opens no form late: what must go at once does not wait for its turn", async () => {
    slack.fault("views.open", { kind: "limited", retryAfter: 5 });
    expect((await failedPost(api.call(TEAM, "views.open", {}, { pace: "at-once" }))).retryAfterSeconds).toBe(5);
    expect((await failedPost(api.call(TEAM, "views.open", {}, { pace: "at-once" }))).retryAfterSeconds).toBe(5);
    expect(slack.callsOf("views.open")).toHaveLength(1);
    expect(waited).toEqual([]);
  });
});

describe("a response URL", () => {
  it("takes an answer without a token", async () => {
    await api.respond(slack.responseUrl("one"), { text: "Kirjattu." });
    expect(slack.responses).toEqual([{ name: "one", body: { text: "Kirjattu." } }]);
  });

  it("is tried once", async () => {
    slack.fault("respond", { kind: "status", status: 404 });
    const error = await failedPost(api.respond(slack.responseUrl("one"), { text: "x" }));
    expect(error.message).not.toContain(slack.origin);
    expect(slack.responses).toEqual([]);
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const at = server.address();
      server.close(() => resolve(typeof at === "object" && at !== null ? at.port : 0));
    });
  });
}
