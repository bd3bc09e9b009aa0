import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EVENTS_PATH } from "../../../../src/channels/slack/receive/door/http-receiver.ts";
import { createSlackConnection } from "../../../../src/channels/slack/slack-connection.ts";
import { noteThread } from "../../../../src/channels/threads.ts";
import { collections } from "../../../../src/collections.ts";
import { startHttp } from "../../../../src/http.ts";
import { arriveInstallation, arrivePerson } from "../../../../src/people/arrive.ts";
import { arriveTeam, joinTeam } from "../../../../src/people/arrive-team.ts";
import { createDirectories } from "../../../../src/people/directory.ts";
import type { SlackSettings } from "../../../../src/slack-settings.ts";
import { openEmbeddedStore } from "../../../../src/store/embedded/open-embedded-store.ts";
import { FakeSlackApi } from "../../../support/fake-slack-api.ts";
import { createListener } from "../../../support/listening-coach.ts";

const SECRET = "test-signing-secret";
export const ROOT = "1733050000.000100";
const HELSINKI = { language: "fi", timeZone: "Europe/Helsinki" } as const;

export type Payload = Record<string, unknown>;

/** A payload as Slack sends it, recorded and made anonymous. */
export function payload(name: string): Payload {
  return JSON.parse(readFileSync(join(import.meta.dirname, "payloads", `${name}.json`), "utf8"));
}

export interface Delivery {
  readonly signature?: "bad" | "none";
  readonly ageSeconds?: number;
  readonly contentType?: string;
  readonly path?: string;
  readonly method?: string;
}

/**
 * Slack's receiving half over real HTTP, with a coach that listens and Slack's Web API by its stand-in. In the workspace T1 the company knows Satu
 * (U1SATU) and Jari (U2JARI), and their channel C1KONEET in which round r1 has its thread under ROOT. Time stands still at a minute past the payloads.
 */
export async function startReceiving(settings?: (apiUrl: string) => SlackSettings) {
  const folder = await mkdtemp(join(tmpdir(), "luotsi-slack-"));
  const store = await openEmbeddedStore({ folder, collections });
  const slack = await FakeSlackApi.start();
  const coach = createListener();
  const now = () => 1_733_050_860_000;
  const directories = createDirectories(store, now);
  const lines: { readonly level: string; readonly text: string }[] = [];
  const line = (level: string) => (_fields: object, text: string) => void lines.push({ level, text });
  const long: (() => void)[] = [];
  const connection = createSlackConnection({
    settings: settings?.(slack.base) ?? { kind: "http", apiUrl: slack.base, botToken: "xoxb-1", signingSecret: SECRET },
    store,
    directories,
    receiver: coach.receiver,
    locale: HELSINKI,
    drawPicture: () => Promise.resolve(new Uint8Array()),
    now,
    wait: (milliseconds) =>
      new Promise((resolve) => {
        if (milliseconds > 60_000) long.push(resolve);
        else setTimeout(resolve, milliseconds < 5_000 ? 1 : 2_000).unref();
      }),
    log: { info: line("info"), warn: line("warn"), error: line("error") },
  });
  const http = await startHttp("127.0.0.1", 0, connection.claims);
  const ports = { store, directories };
  const installation = await arriveInstallation(ports, { platform: "slack", tenant: "T1", name: "Firma", ...HELSINKI });
  const person = async (user: string, name: string) =>
    (await arrivePerson(ports, { installation, user, name, admin: false, ...HELSINKI })).person._id;
  const satu = await person("U1SATU", "Satu Virtanen");
  const jari = await person("U2JARI", "Jari Lahtinen");
  const team = await arriveTeam(ports, { installation, channel: "C1KONEET", name: "koneet", ...HELSINKI });
  await joinTeam(ports, team, [satu, jari]);
  const { company } = installation;
  await noteThread(store, { company, installation: installation._id, channel: "C1KONEET", root: ROOT, round: "r1" });
  // Who is in the channel, as it is looked up once after the start.
  slack.fault("conversations.members", { kind: "answer", body: { ok: true, members: ["U1SATU", "U2JARI", "UBOT"] } });
  await connection.connect();

  const send = async (body: string, options: Delivery = {}) => {
    const {
      signature,
      ageSeconds = 0,
      contentType = "application/json",
      path = EVENTS_PATH,
      method = "POST",
    } = options;
    const stamp = String(now() / 1000 - ageSeconds);
    const hash = createHmac("sha256", signature === "bad" ? "another" : SECRET)
      .update(`v0:${stamp}:${body}`)
      .digest("hex");
    const signed = { "x-slack-signature": `v0=${hash}`, "x-slack-request-timestamp": stamp };
    const headers = { "content-type": contentType, ...(signature === "none" ? {} : signed) };
    const hasBody = method !== "GET";
    const response = await fetch(`http://127.0.0.1:${http.port}${path}`, {
      method,
      headers,
      ...(hasBody ? { body } : {}),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text), headers: response.headers };
  };
  return {
    store,
    slack,
    coach,
    directories,
    connection,
    lines,
    company,
    team: team._id,
    satu,
    jari,
    send,
    /** Delivers a payload in the way in which Slack sends its kind. */
    deliver: (body: Payload) => {
      if ("event" in body) return send(JSON.stringify(body));
      const fields = "command" in body ? Object.entries(body).map(([k, v]): [string, string] => [k, String(v)]) : [];
      const form = new URLSearchParams(fields.length > 0 ? fields : [["payload", JSON.stringify(body)]]);
      return send(form.toString(), { contentType: "application/x-www-form-urlencoded" });
    },
    directory: () => directories.fresh(company),
    /** Ends the waits of minutes. */
    later: () => {
      for (const end of long.splice(0)) end();
    },
    stop: async () => {
      await Promise.all([connection.disconnect(), http.close()]);
      await connection.close?.();
      await slack.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type ReceivingWorld = Awaited<ReturnType<typeof startReceiving>>;
