import { randomUUID } from "node:crypto";
import { type Agent, type IncomingMessage, request } from "node:http";
import { text as textOf } from "node:stream/consumers";
import { z } from "zod";
import { type Shown, shownSchema, type Tappable } from "./shown.ts";

const messagesSchema = z.object({ messages: z.array(shownSchema) });
const takenSchema = z.looseObject({ kind: z.string(), card: z.unknown().optional() });
const eventSchema = z.looseObject({ kind: z.string(), message: z.unknown().optional() });

/** One person at the web chat, as their page talks with the server. */
export interface AtChat {
  /** The newest hundred messages of a room, the oldest first. */
  messages(room: string): Promise<readonly Shown[]>;
  say(text: string): Promise<void>;
  /** Taps in a message; gives the form that it opened, if any. */
  tap(message: string, tapped: Tappable): Promise<unknown>;
  submit(tapped: Tappable, values: { readonly [input: string]: string }): Promise<void>;
  /** The next message that this person sees and that `wanted` takes; those that came since the page was opened are looked at first. */
  next<T>(wanted: (message: Shown) => T | undefined): Promise<T>;
  leave(): void;
}

const LONGEST_WAIT_MS = 20_000;

/** Opens a person's page: resolves when its live events are coming. */
export async function openPage(port: number, person: string, agent: Agent): Promise<AtChat> {
  const home = `/api/people/${encodeURIComponent(person)}`;
  const room = `private:${person}`;
  const waiting: Shown[] = [];
  let look: () => void = () => undefined;

  const exchange = (method: "GET" | "POST", path: string, body?: object) =>
    ask({ port, agent, method, path: `${home}/${path}` }, body);
  const events = await opened({ port, agent: false, method: "GET", path: `${home}/events` });
  readEvents(events, (message) => {
    waiting.push(message);
    look();
  });

  async function post(path: string, body: object): Promise<z.infer<typeof takenSchema>> {
    const taken = takenSchema.parse(await exchange("POST", path, { eventId: randomUUID(), ...body }));
    if (taken.kind !== "taken" && taken.kind !== "form")
      throw new Error(`${person}: ${path} came back ${JSON.stringify(taken)}`);
    return taken;
  }

  return {
    messages: async (of) =>
      messagesSchema.parse(await exchange("GET", `rooms/${encodeURIComponent(of)}/messages?limit=100`)).messages,
    async say(text) {
      await post("say", { room, thread: null, text, at: Date.now() });
    },
    tap: async (message, { data }) => (await post("tap", { message, action: data.action, values: data })).card,
    async submit({ data }, values) {
      await post("submit", { room, thread: null, action: data.action, values: { ...values, ...data } });
    },
    next: (wanted) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(
          () => reject(new Error(`${person} waited ${LONGEST_WAIT_MS / 1000} s for a message`)),
          LONGEST_WAIT_MS,
        );
        look = () => {
          for (let message = waiting.shift(); message; message = waiting.shift()) {
            const found = wanted(message);
            if (found === undefined) continue;
            look = () => undefined;
            clearTimeout(late);
            resolve(found);
            return;
          }
        };
        look();
      }),
    leave: () => events.destroy(),
  };
}

interface Asking {
  readonly port: number;
  readonly agent: Agent | false;
  readonly method: "GET" | "POST";
  readonly path: string;
}

function opened(asking: Asking, body?: object): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const headers =
      sent === undefined ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(sent) };
    const asked = request({ host: "127.0.0.1", ...asking, headers }, resolve).end(sent);
    asked.on("error", (error) => {
      // The server let an idle connection go just then (nodejs.org/api/http.html, request.reusedSocket); nothing happens twice.
      if (asked.reusedSocket && "code" in error && error.code === "ECONNRESET")
        opened(asking, body).then(resolve, reject);
      else reject(error);
    });
  });
}

async function ask(asking: Asking, body?: object): Promise<unknown> {
  const response = await opened(asking, body);
  const text = await textOf(response);
  if (response.statusCode !== 200) throw new Error(`${asking.path}: ${response.statusCode} ${text}`);
  return JSON.parse(text);
}

/** Server-sent events: blocks of lines with an empty line after each. */
function readEvents(events: IncomingMessage, tell: (message: Shown) => void): void {
  let rest = "";
  events.setEncoding("utf8").on("data", (part: string) => {
    const blocks = `${rest}${part}`.split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const line = block.split("\n").find((one) => one.startsWith("data: "));
      const event = line === undefined ? undefined : eventSchema.parse(JSON.parse(line.slice("data: ".length)));
      if (event?.kind === "message") tell(shownSchema.parse(event.message));
    }
  });
  // The end of the process is told by what is asked next.
  events.on("error", () => undefined);
}
