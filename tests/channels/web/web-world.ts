import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { webMessages, webReadMarks } from "../../../src/channels/web/log/web-message.ts";
import {
  PLAYGROUND,
  PLAYGROUND_INSTALLATION,
  playgroundTitles,
  seedPlayground,
} from "../../../src/channels/web/playground.ts";
import { createWebChat } from "../../../src/channels/web/web-chat.ts";
import { startHttp } from "../../../src/http.ts";
import type { Message } from "../../../src/message/message.ts";
import { createDirectories } from "../../../src/people/directory.ts";
import { accounts, companies, installations, memberships, people, teams } from "../../../src/people/records.ts";
import { openEmbeddedStore } from "../../../src/store/embedded/open-embedded-store.ts";
import { createListener } from "../../support/listening-coach.ts";

export const satu = `${PLAYGROUND}-satu`;
export const jari = `${PLAYGROUND}-jari`;
export const emma = `${PLAYGROUND}-emma`;
export const oona = `${PLAYGROUND}-oona`;
export const koneet = `${PLAYGROUND}-koneet`;
export const channel = `channel:${koneet}`;

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A web chat on a free port of this machine, over a store of its own, at a time that stands still until moved. */
export async function startWebWorld() {
  const folder = await mkdtemp(join(tmpdir(), "luotsi-web-"));
  const collections = [companies, installations, people, accounts, teams, memberships, webMessages, webReadMarks];
  const store = await openEmbeddedStore({ folder, collections });
  await seedPlayground(store);
  let time = Date.parse("2026-12-01T07:00:00Z");
  const now = () => time;
  const errors: object[] = [];
  const coach = createListener();
  const start = async () => {
    const chat = createWebChat({
      company: PLAYGROUND,
      installation: PLAYGROUND_INSTALLATION,
      store,
      directories: createDirectories(store, now),
      receiver: coach.receiver,
      files: {
        open: async (_company, person, file) =>
          file === `for-${person}`
            ? { name: "asiakkaat ä.csv", type: "text/csv; charset=utf-8", bytes: new TextEncoder().encode("Asiakas") }
            : undefined,
      },
      titles: playgroundTitles,
      drawPicture: async (chart) => new TextEncoder().encode(`png of ${chart.title}`),
      pageFolder: join(folder, "page"),
      now,
      logger: { error: (fields) => void errors.push(fields) },
    });
    const http = await startHttp("127.0.0.1", 0, chat.claims);
    return { chat, http };
  };
  let running = await start();
  let events = 0;

  const address = () => `http://127.0.0.1:${running.http.port}`;
  const get = async (path: string, headers: Record<string, string> = {}) =>
    read(await fetch(address() + path, { headers }));
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
    read(
      await fetch(address() + path, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    );
  const newEvent = () => `event-${String(++events).padStart(4, "0")}`;

  return {
    store,
    folder,
    coach,
    errors,
    address,
    get,
    post,
    newEvent,
    chat: () => running.chat,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    now,
    /** Sends a request with headers that `fetch` does not let one set. */
    raw: (path: string, headers: Record<string, string>) =>
      new Promise<number>((resolve, reject) => {
        const sent = request(address() + path, { headers }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        });
        sent.on("error", reject).end();
      }),
    say: (person: string, text: string, spot: { room?: string; thread?: string | null; eventId?: string } = {}) =>
      post(`/api/people/${person}/say`, {
        eventId: spot.eventId ?? newEvent(),
        room: spot.room ?? `private:${person}`,
        thread: spot.thread ?? null,
        text,
        at: time,
      }),
    messages: (person: string, room: string, query = "") =>
      get(`/api/people/${person}/rooms/${encodeURIComponent(room)}/messages${query}`),
    restart: async () => {
      await running.chat.disconnect();
      await running.http.close();
      running = await start();
    },
    stop: async () => {
      await running.chat.disconnect();
      await running.http.close();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}
export type WebWorld = Awaited<ReturnType<typeof startWebWorld>>;

async function read(response: Response): Promise<Reply> {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") === true;
  const body: unknown = isJson ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, body };
}

export function coachSays(text: string, more: Partial<Message> = {}): Message {
  return { text, blocks: [{ kind: "paragraph", words: text }], language: "fi", ...more };
}
