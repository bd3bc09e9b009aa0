import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSlackApi } from "../../../../src/channels/slack/send/create-slack-api.ts";
import { shareFiles } from "../../../../src/channels/slack/send/share-files.ts";
import type { Message } from "../../../../src/message/message.ts";
import { FakeSlackApi } from "../../../support/fake-slack-api.ts";

const log = { warn: () => undefined };
const MESSAGE: Message = {
  text: "a.csv",
  language: "fi",
  blocks: [{ kind: "file", file: "f1", name: "a.csv", size: 1, label: "Lataa", note: "" }],
};
const AT = { installation: "slack/T1", channel: "DUSATU" };
const WHO = { company: "c1", person: "satu" };

describe("files in Slack", () => {
  let slack: FakeSlackApi;
  let api: ReturnType<typeof createSlackApi>;
  beforeEach(async () => {
    slack = await FakeSlackApi.start();
    api = createSlackApi({ base: slack.base, tokenOf: () => Promise.resolve("xoxb-1"), log });
  });
  afterEach(async () => {
    await api.close();
    await slack.close();
  });

  test("are fetched with the token from Slack's own address, and from no other", async () => {
    slack.workspace.downloads.set("F1", Buffer.from("Asiakas"));
    const url = `${slack.origin}/files/F1`;
    expect(await api.fetchFile("slack/T1", url, 100)).toEqual({
      kind: "bytes",
      bytes: new Uint8Array(Buffer.from("Asiakas")),
    });
    const elsewhere = await FakeSlackApi.start();
    elsewhere.workspace.downloads.set("F1", Buffer.from("x"));
    for (const other of [
      `${elsewhere.origin}/files/F1`,
      "https://slack.com.example.org/F1",
      "http://files.slack.com/F1",
      "F1",
    ])
      expect(await api.fetchFile("slack/T1", other, 100), other).toEqual({ kind: "unreachable" });
    await elsewhere.close();
  });

  test("that are too large, or lead to a sign-in, are left", async () => {
    slack.workspace.downloads.set("F1", Buffer.from("x".repeat(101)));
    expect(await api.fetchFile("slack/T1", `${slack.origin}/files/F1`, 100)).toEqual({ kind: "too-large" });
    expect(await api.fetchFile("slack/T1", `${slack.origin}/files/F2`, 100)).toEqual({ kind: "unreachable" });
  });

  test("that Luotsi made are uploaded into the private chat; one that is not taken is told of there", async () => {
    const made = { name: "a.csv", type: "text/csv", bytes: new Uint8Array(Buffer.from("Asiakas")) };
    const files = { open: (_company: string, person: string) => Promise.resolve(person === "satu" ? made : undefined) };
    await shareFiles({ api, files, log }, AT, WHO, MESSAGE);
    expect(slack.callsOf("files.completeUploadExternal")[0]?.args).toMatchObject({ channel_id: "DUSATU" });
    expect([...slack.workspace.uploads.values()].map(String)).toEqual(["Asiakas"]);
    slack.fault("files.getUploadURLExternal", { kind: "error", error: "missing_scope" });
    await shareFiles({ api, files, log }, AT, WHO, MESSAGE);
    await shareFiles({ api, files, log }, AT, { ...WHO, person: "jari" }, MESSAGE);
    expect(slack.callsOf("chat.postMessage").map(({ args }) => args.text)).toEqual([
      "En saanut tiedostoa lähetettyä. Kokeile hetken päästä uudestaan.",
      "Latauslinkki on vanhentunut. Kirjoita: vie asiakkaat.",
    ]);
  });
});
