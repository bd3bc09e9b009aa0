import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Outcome, Receiver } from "../../../src/channels/channel.ts";
import type { Incoming } from "../../../src/channels/incoming.ts";
import type { TeamsAccess } from "../../../src/channels/teams/teams-app.ts";
import { createTeamsConnection } from "../../../src/channels/teams/teams-connection.ts";
import { threads } from "../../../src/channels/threads.ts";
import { startHttp } from "../../../src/http.ts";
import { createDirectories } from "../../../src/people/directory.ts";
import { accounts, companies, installations, memberships, people, teams } from "../../../src/people/records.ts";
import { openEmbeddedStore } from "../../../src/store/embedded/open-embedded-store.ts";
import { startFakeConnector } from "./fake-connector.ts";

export const TENANT = "11111111-aaaa-4111-8111-111111111111";
const satu = { id: "29:1XSatuKorhonenPairwiseId", name: "Satu Korhonen", tenantId: TENANT, userRole: "user" };
const jari = { id: "29:1XJariLahtinenPairwiseId", name: "Jari Lahtinen", tenantId: TENANT, userRole: "user" };
export const guest = {
  id: "29:1XGuestPairwiseId",
  name: "Vieras",
  tenantId: TENANT,
  userPrincipalName: "vieras_muu.fi#EXT#@firma.onmicrosoft.com",
};
export const foreigner = { id: "29:1XForeignerPairwiseId", name: "Toisaalta", tenantId: "another-tenant" };

type Activity = { readonly [key: string]: unknown };

/** Teams on a free port of this machine over a store of its own: a coach that listens, a connector that stands in for Microsoft's, a clock that waiting moves. */
export async function startTeamsWorld(
  access: TeamsAccess = { kind: "on-this-machine" },
  more: { readonly checkWithinMs?: number } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), "luotsi-teams-"));
  const collections = [companies, installations, people, accounts, teams, memberships, threads];
  const store = await openEmbeddedStore({ folder, collections });
  const connector = await startFakeConnector([satu, jari, guest, foreigner]);
  let time = Date.parse("2026-11-23T07:05:20Z");
  const now = () => time;
  const waited: number[] = [];
  const heard: Incoming[] = [];
  const logged: object[] = [];
  let answering: (incoming: Incoming) => Outcome | Error = () => ({ kind: "taken" });
  const receiver: Receiver = {
    receive: async (incoming) => {
      const outcome = answering(incoming);
      if (outcome instanceof Error) throw outcome;
      if (outcome.kind === "taken") heard.push(incoming);
      return outcome;
    },
  };
  const directories = createDirectories(store, now);
  const keep = (fields: object, text: string) => void logged.push({ ...fields, text });
  const teamsConnection = await createTeamsConnection({
    access,
    store,
    directories,
    receiver,
    fallback: { language: "fi", timeZone: "Europe/Helsinki" },
    drawPicture: (chart) =>
      chart.title === "cannot"
        ? Promise.reject(new Error("no"))
        : Promise.resolve(Buffer.from(`png of ${chart.title}`)),
    now,
    log: { info: keep, warn: keep, error: keep },
    time: {
      wait: async (milliseconds) => {
        waited.push(milliseconds);
        time += milliseconds;
      },
      random: () => 0,
      ...more,
    },
  });
  const http = await startHttp("127.0.0.1", 0, teamsConnection.claims);
  const address = `http://127.0.0.1:${http.port}/api/messages`;

  async function post(body: unknown, headers: { readonly [name: string]: string } = {}) {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: text,
    });
    const answer = await response.text();
    const parsed: unknown = answer === "" ? undefined : JSON.parse(answer);
    return { status: response.status, body: parsed };
  }

  /** A recorded activity, behind the stand-in's service URL. */
  async function activity(name: string, changed: Activity = {}): Promise<Activity> {
    const text = await readFile(`tests/channels/teams/activities/${name}.json`, "utf8");
    const read: unknown = JSON.parse(text);
    if (typeof read !== "object" || read === null) throw new Error(`${name} holds no activity`);
    return { ...read, serviceUrl: connector.serviceUrl, ...changed };
  }

  const company = async () => {
    const installation = await store.get(installations, `teams/${TENANT}`);
    if (!installation) throw new Error("nobody has come from Teams yet");
    return installation.company;
  };
  return {
    store,
    directories,
    connector,
    channel: teamsConnection.channel,
    connection: teamsConnection,
    heard,
    logged,
    waited,
    address,
    now,
    passes: (milliseconds: number) => {
      time += milliseconds;
    },
    post,
    activity,
    company,
    /** Sends a recorded activity. */
    plays: async (name: string, changed: Activity = {}) => post(await activity(name, changed)),
    answer: (by: (incoming: Incoming) => Outcome | Error) => {
      answering = by;
    },
    directory: async () => directories.fresh(await company()),
    onlyTeam: async () => {
      const [team] = (await directories.fresh(await company())).teams.values();
      if (!team) throw new Error("there is no team");
      return team;
    },
    /** The person of a Teams user. */
    personOf: async (user: string) => (await store.get(accounts, `teams/${TENANT}/${user}`))?.person ?? "",
    stop: async () => {
      await teamsConnection.disconnect();
      await http.close();
      await connector.stop();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}
export type TeamsWorld = Awaited<ReturnType<typeof startTeamsWorld>>;
export const SATU = satu.id;
export const JARI = jari.id;
